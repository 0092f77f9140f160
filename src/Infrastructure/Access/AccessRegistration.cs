using Eliza.Application.Access;
using Eliza.Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Eliza.Infrastructure.Access;

internal static class AccessRegistration
{
    /// <summary>Who may call: the operator's key, API keys, people's tokens.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section)
            .PostConfigure<IHostEnvironment>((auth, environment) =>
            {
                if (environment.IsDevelopment()) auth.Jwt.MakeKeyIfNoneIsSet();
            })
            .Validate(auth => auth.BootstrapApiKey is null || ApiKey.IsAllowed(auth.BootstrapApiKey), $"Auth:BootstrapApiKey {ApiKey.Rule}")
            .Validate(auth => auth.Jwt.IsSigningKeyAllowed, $"Auth:Jwt:SigningKey must be at least {JwtOptions.MinKeyBytes} bytes long, in UTF-8")
            .Validate(auth => auth.Jwt.IsAuthorityAllowed, "Auth:Jwt:Authority must be an https address without a query (http for this machine alone)")
            .Validate(auth => JwtOptions.IsNameAllowed(auth.Jwt.Issuer), "Auth:Jwt:Issuer must not be blank")
            .Validate(auth => JwtOptions.IsNameAllowed(auth.Jwt.Audience), "Auth:Jwt:Audience must not be blank")
            .ValidateOnStart();
        services.AddScoped<ICredentials, Credentials>();
        services.AddScoped<BootstrapKey>();
        services.AddSingleton<BootstrapKeyHash>();
        services.AddSingleton<AuthorityKeys>();
        services.AddSingleton<IUserTokens, UserTokens>();
    }
}

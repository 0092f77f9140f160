using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Hosting;

/// <summary>Lets the pages of configured sites call the API from a browser (CORS).</summary>
internal static class CrossOrigin
{
    /// <summary>How long a browser may remember what it was allowed.</summary>
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromMinutes(10);

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] Sent =
    [
        "Authorization", "Content-Type", "Content-Encoding", "X-API-Key", "Idempotency-Key", "X-Request-Id", "Last-Event-ID",
    ];

    private static readonly string[] Shown =
    [
        "X-Request-Id", "Retry-After", "Idempotent-Replayed", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
        "RateLimit", "RateLimit-Policy", "WWW-Authenticate",
    ];

    public static IServiceCollection AddCrossOrigin(this IServiceCollection services)
    {
        services.AddOptions<CrossOriginOptions>()
            .Configure<IConfiguration>((own, configuration) => own.Read(configuration))
            .Validate(own => own.IsValid, CrossOriginOptions.Rule)
            .ValidateOnStart();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>>((cors, own) => cors.AddDefaultPolicy(policy => Allow(policy, own.Value)));
        return services;
    }

    /// <summary>Answers what browsers ask beforehand, which carries no credential. Not there at all unless an origin is configured.</summary>
    public static IApplicationBuilder UseCrossOrigin(this IApplicationBuilder app)
    {
        var isOn = app.ApplicationServices.GetRequiredService<IOptions<CrossOriginOptions>>().Value.AllowedOrigins.Count > 0;
        return isOn ? app.UseCors() : app;
    }

    /// <summary>Never with credentials in CORS's sense, which are cookies: there are none, and so nothing that a page could misuse.</summary>
    private static void Allow(CorsPolicyBuilder policy, CrossOriginOptions own)
    {
        _ = own.AllowedOrigins is [CrossOriginOptions.Everybody] ? policy.AllowAnyOrigin() : policy.WithOrigins([.. own.Origins]);
        policy.WithMethods(Methods).WithHeaders(Sent).WithExposedHeaders(Shown).SetPreflightMaxAge(PreflightMaxAge);
    }
}

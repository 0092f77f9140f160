using System.Security.Claims;
using System.Text.Encodings.Web;
using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.Input;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Access;

/// <summary>Knows a caller by the API key or the token that the request presents.</summary>
internal sealed class CredentialHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ICredentials credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Credential";

    /// <summary>Why the credential was refused, if it was; a failed look-up must not be answered as a wrong credential.</summary>
    private Error _refusal = AccessErrors.InvalidCredential;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Probe.Is(Context) || SparedRequests.Include(Context) || PresentedCredential.Of(Request) is not { } presented) return AuthenticateResult.NoResult();
        var read = presented.IsBearer
            ? await credentials.ReadBearerAsync(presented.Text, Context.RequestAborted)
            : await credentials.ReadKeyAsync(presented.Text, Context.RequestAborted);
        if (read.Error is { } error)
        {
            _refusal = error;
            return AuthenticateResult.Fail(error.Code);
        }
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(read.Value, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => ErrorEnvelope.WriteAsync(Context, _refusal);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ErrorEnvelope.WriteAsync(Context, CommonErrors.Forbidden);
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Eliza.Application.Access;
using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Access;

/// <summary>Knows a caller by the API key in <c>Authorization: Bearer</c> or, without that, in <c>X-API-Key</c>: a proxy in between may use
/// <c>Authorization</c> for a credential of its own.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiKeyLookup keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string KeyHeader = "X-API-Key";
    private const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PresentedKey() is not { Length: > 0 } presented) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(presented, Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("Unknown API key.");

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, key.Id.ToString()), new(ClaimTypes.Name, key.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => ErrorEnvelope.WriteAsync(Context, TransportErrors.Unauthenticated);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ErrorEnvelope.WriteAsync(Context, TransportErrors.Forbidden);

    private string? PresentedKey()
    {
        var authorization = Request.Headers[HeaderNames.Authorization].ToString().Split(' ', 2, StringSplitOptions.TrimEntries);
        return authorization[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization.ElementAtOrDefault(1)
            : Request.Headers[KeyHeader].ToString();
    }
}

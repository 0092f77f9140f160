using Eliza.Domain.Access;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Input;

/// <summary>
/// What a request presents to be known by: <c>Authorization: Bearer</c> or, without that, <c>X-API-Key</c>, because a proxy
/// in between may use <c>Authorization</c> for a credential of its own.
/// </summary>
/// <param name="Text">The key or token, never empty.</param>
/// <param name="IsBearer">Whether it may be a token too; the other header carries keys alone.</param>
internal sealed record PresentedCredential(string Text, bool IsBearer)
{
    private const string KeyHeader = "X-API-Key";
    private const string Bearer = "Bearer";
    private const int PointsInToken = 2;

    /// <summary>Whether it has a token's form: three parts with points between them.</summary>
    public bool IsToken => IsBearer && Text.AsSpan().Count('.') == PointsInToken;

    /// <summary>
    /// Whether a service may stand behind it, as far as its form tells: no token is a service's, nor is a key that names itself an agent's. Nothing
    /// is looked up.
    /// </summary>
    public bool MayBeOfService => !IsToken && !ApiKeyText.IsOf(ApiKeyKind.Agent, Text);

    public static PresentedCredential? Of(HttpRequest request) => Of(name => request.Headers[name].ToString());

    /// <param name="header">The value of a header by its name; empty or null when it is missing.</param>
    public static PresentedCredential? Of(Func<string, string?> header)
    {
        var authorization = (header(HeaderNames.Authorization) ?? "").Split(' ', 2, StringSplitOptions.TrimEntries);
        var isBearer = authorization[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase);
        var text = isBearer ? authorization.ElementAtOrDefault(1) : header(KeyHeader);
        return string.IsNullOrEmpty(text) ? null : new PresentedCredential(text, isBearer);
    }

    /// <summary>The one answer of a record that must not: it holds a secret.</summary>
    public override string ToString() => nameof(PresentedCredential);
}

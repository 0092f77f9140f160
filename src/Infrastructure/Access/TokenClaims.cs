using System.Text.Json;
using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Access;

/// <summary>What a token says of a person, and when it is to be believed. Times are Unix seconds and may have fractions.</summary>
internal sealed record TokenClaims(string? Sub, JsonElement Name, double? Exp, double? Nbf, double? Iat)
{
    /// <summary>By how many seconds the clocks of issuers may be off.</summary>
    private const double Skew = 60;

    /// <summary>The person; null when the token names none that we could know.</summary>
    public ActorId? Subject => ActorId.Create(Sub) is { IsSuccess: true, Value: var subject } ? subject : null;

    /// <summary>What people call the person; null when that is no name for us.</summary>
    public DisplayName? DisplayName => DisplayName.Create(NameText) is { IsSuccess: true, Value: var name } ? name : null;

    private string? NameText
    {
        get
        {
            try
            {
                return Name.ValueKind is JsonValueKind.String ? Name.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                return null; // Half a surrogate pair is JSON, but no text.
            }
        }
    }

    public bool AreInForceAt(DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeMilliseconds() / 1000d;
        return Exp is { } exp && double.IsFinite(exp) && seconds <= exp + Skew && IsPast(Nbf, seconds) && IsPast(Iat, seconds);
    }

    private static bool IsPast(double? claim, double seconds) => claim is not { } time || time <= seconds + Skew;
}

using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>Knows who sent the present request.</summary>
public interface ICaller
{
    /// <summary>The caller; null when there is no credential: at work is the server itself, or whoever asks for a sign of life.</summary>
    Caller? Current { get; }
}

public static class CallerRights
{
    /// <summary>Whether the present caller's credential allows it.</summary>
    public static bool May(this ICaller caller, Scopes scope) => caller.Current is { } known && known.May(scope);

    /// <summary>The actor that a checked field names; the caller itself when the field is missing.</summary>
    public static ActorId ActorOf(this ICaller caller, string? field) => field is null ? caller.Current!.Actor! : ActorId.From(field);
}

using Eliza.Domain.Common;

namespace Eliza.Domain.Platforms;

/// <summary>A platform's user, and under which id that person takes part here.</summary>
public sealed class PlatformUser : AggregateRoot
{
    private PlatformUser() { }

    public Source Source { get; private set; } = null!;

    public ActorId ActorId { get; private set; } = null!;

    /// <summary>Gives a person seen for the first time an id.</summary>
    public static PlatformUser Meet(Source source, DateTimeOffset now) =>
        new() { Source = source, ActorId = ActorId.From(Guid.CreateVersion7(now).ToString()) };
}

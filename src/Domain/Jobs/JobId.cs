using Eliza.Domain.Common;

namespace Eliza.Domain.Jobs;

/// <summary>The id of a job: a UUID, version 7 when made here.</summary>
public readonly record struct JobId(Guid Value)
{
    public static JobId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out JobId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new JobId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

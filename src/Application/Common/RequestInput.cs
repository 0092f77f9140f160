using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>
/// What the transport could not read of the present request. It goes with the request instead of being answered at once,
/// so that it counts against the rate limit and is reported together with what the validators find.
/// </summary>
public sealed class RequestInput
{
    private readonly List<FieldFailure> _failures = [];

    /// <summary>Why nothing of the request could be read; null when it was.</summary>
    public Error? Unreadable { get; set; }

    /// <summary>Fields of the wrong type.</summary>
    public IReadOnlyList<FieldFailure> Failures => _failures;

    /// <summary>Whether the field belongs to an item of a list.</summary>
    public static bool IsOfItem(FieldFailure failure) => failure.Path.Contains('[', StringComparison.Ordinal);

    public void Add(FieldFailure failure) => _failures.Add(failure);
}

namespace Eliza.Infrastructure.Access;

/// <summary>
/// The hash of the bootstrap key, known from the start on. An operator's own key need not look like one of ours, and
/// whatever else does not look so is refused without asking the database.
/// </summary>
internal sealed class BootstrapKeyHash
{
    public string? Value { get; set; }
}

using Eliza.Application.Common;

namespace Eliza.Application.Access.EnsureBootstrapKey;

/// <summary>Makes <paramref name="Key"/> the bootstrap key.</summary>
/// <param name="Key">The key itself; its hash is kept.</param>
/// <param name="Replaces">Whether one that stood there before stops working, or stays: of two servers that begin at once both may have made one.</param>
public sealed record EnsureBootstrapKeyCommand(string Key, bool Replaces = true) : ICommand<Guid>
{
    /// <summary>A record would print its secret.</summary>
    public override string ToString() => nameof(EnsureBootstrapKeyCommand);
}

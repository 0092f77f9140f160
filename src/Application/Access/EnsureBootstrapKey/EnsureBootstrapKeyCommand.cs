using Eliza.Application.Common;

namespace Eliza.Application.Access.EnsureBootstrapKey;

/// <summary>Makes <paramref name="Key"/> the bootstrap key; one that stood there before stops working.</summary>
public sealed record EnsureBootstrapKeyCommand(string Key) : ICommand<Guid>
{
    /// <summary>A record would print its secret.</summary>
    public override string ToString() => nameof(EnsureBootstrapKeyCommand);
}

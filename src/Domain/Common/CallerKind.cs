namespace Eliza.Domain.Common;

/// <summary>What sort of credential somebody calls with.</summary>
public enum CallerKind
{
    /// <summary>The key of a trusted back end, which acts for many.</summary>
    Service,

    /// <summary>The key of one agent.</summary>
    Agent,

    /// <summary>The token of one person.</summary>
    User,
}

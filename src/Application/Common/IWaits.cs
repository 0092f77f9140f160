namespace Eliza.Application.Common;

/// <summary>
/// A command that, where there is nothing to do yet, waits a while and looks again. The wait lies outside the unit of work: no
/// transaction and no connection is held meanwhile.
/// </summary>
public interface IWaits
{
    /// <summary>What it waits for, as <see cref="IHints"/> calls it.</summary>
    string WaitsFor { get; }

    /// <summary>How long at most; nothing for not at all.</summary>
    TimeSpan Patience { get; }
}

/// <summary>An answer that tells whether there was anything to do.</summary>
public interface IMayBeEmpty
{
    bool IsEmpty { get; }
}

namespace Eliza.Application.Common;

/// <summary>
/// A command over a list whose items stand for themselves: what the transport could not read of an item is for the handler to
/// judge, and fails that item alone.
/// </summary>
public interface IJudgesItsItems;

namespace Eliza.Application.Common;

/// <summary>
/// Marks the interface by which one module serves the others; its one implementation, in Application or in
/// Infrastructure, is found by scanning. Modules meet here, by id, or by event, never in each other's aggregates.
/// </summary>
public interface IModulePort;

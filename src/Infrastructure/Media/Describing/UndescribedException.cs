namespace Eliza.Infrastructure.Media.Describing;

/// <summary>A file could not be described.</summary>
/// <param name="reason">Why, for an operator: nothing of what is in the file, nor its name.</param>
internal sealed class UndescribedException(string reason) : Exception(reason);

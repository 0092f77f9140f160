namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>The line of those who want to write is too long, or does not move.</summary>
internal sealed class WritersBusyException() : Exception("Too many requests want to write at once.");

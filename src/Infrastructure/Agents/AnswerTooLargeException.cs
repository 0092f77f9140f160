namespace Eliza.Infrastructure.Agents;

/// <summary>Somebody whom we asked sends more than we are willing to read.</summary>
internal sealed class AnswerTooLargeException() : IOException("The answer is too large.");

namespace Eliza.Application.Messages;

/// <summary>What a message said before an edit. <c>Number</c> is 1 for what it said at first; <c>ReplacedAt</c> is in Unix seconds.</summary>
public sealed record MessageEditResponse(int Number, string Text, long ReplacedAt);

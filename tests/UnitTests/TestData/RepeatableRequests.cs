using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.UnitTests.TestData;

/// <summary>A command of no module that may be repeated.</summary>
internal sealed record RepeatableCommand(string Content = "what Ada said") : ICommand<string>, IIdempotent;

internal sealed record OtherRepeatableCommand(string Content = "what Ada said") : ICommand<string>, IIdempotent;

/// <summary>A command that is carried out before anybody looks whether it was before.</summary>
internal sealed record RarelyRepeatedCommand(string Content = "what Ada said") : ICommand<string>, IRarelyRepeated;

/// <summary>A command whose answer is a secret.</summary>
internal sealed record SecretCommand(string Content = "what Ada said") : ICommand<string>, IIdempotent, IShownOnce;

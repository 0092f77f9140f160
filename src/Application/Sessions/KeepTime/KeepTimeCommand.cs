using Eliza.Application.Common;

namespace Eliza.Application.Sessions.KeepTime;

/// <summary>Has the clock of sessions go on from where it was, on whichever server, and notes how late it is; whether there was something to note.</summary>
public sealed record KeepTimeCommand : ICommand<bool>;

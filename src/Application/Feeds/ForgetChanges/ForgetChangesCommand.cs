using Eliza.Application.Common;

namespace Eliza.Application.Feeds.ForgetChanges;

/// <summary>Removes changes that are older than they are kept, that many at most; the answer is how many it removed.</summary>
public sealed record ForgetChangesCommand(int Limit) : ICommand<int>;

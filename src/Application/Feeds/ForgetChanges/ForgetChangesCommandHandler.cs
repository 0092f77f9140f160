using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using MediatR;

namespace Eliza.Application.Feeds.ForgetChanges;

internal sealed class ForgetChangesCommandHandler(IChannelChangeRepository changes, TimeProvider time) : IRequestHandler<ForgetChangesCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ForgetChangesCommand command, CancellationToken cancellationToken)
    {
        var old = await changes.ClaimAsync(new ChangesBefore(time.GetUtcNow() - ChannelChange.KeptFor, command.Limit), cancellationToken);
        foreach (var change in old) changes.Remove(change);
        return old.Count;
    }
}

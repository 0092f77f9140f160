using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Messages.PostMessage;

internal sealed class PostMessageCommandHandler(MessageSubmitter submitter, ICaller caller)
    : IRequestHandler<PostMessageCommand, Result<MessageResponse>>
{
    public Task<Result<MessageResponse>> Handle(PostMessageCommand command, CancellationToken cancellationToken)
    {
        var author = command.AuthorId ?? command.AgentId ?? (caller.Current?.Actor is null ? MetadataAuthor.In(command.Metadata) : null);
        return submitter.SubmitAsync(command with { AuthorId = author }, caller, cancellationToken);
    }
}

using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Messages.SubmitMessage;

internal sealed class SubmitMessageCommandHandler(MessageSubmitter submitter, ICaller caller)
    : IRequestHandler<SubmitMessageCommand, Result<MessageResponse>>
{
    public Task<Result<MessageResponse>> Handle(SubmitMessageCommand command, CancellationToken cancellationToken) =>
        submitter.SubmitAsync(command, caller, cancellationToken);
}

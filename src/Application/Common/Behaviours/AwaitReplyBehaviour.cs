using Eliza.Application.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Has a request that asks an agent wait for the reply. It stands around the unit of work, so that what was asked is committed,
/// and nothing is held, while it waits; a caller who goes away loses the reply alone.
/// </summary>
internal sealed class AwaitReplyBehaviour<TRequest, TResponse>(
    ReplyWait wait, IReplyTimeout<TRequest> patience) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IAwaitsReply
    where TResponse : class, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (response.Error is not null || response.Content is not ITakesReply { Question: { } question } answer) return response;
        try
        {
            var reply = await wait.WaitAsync(question, patience.AtMost, cancellationToken);
            return reply is null ? response : TResponse.Of(answer.With(reply));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return response;
        }
    }
}

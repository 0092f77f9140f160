using Eliza.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Hosting;

/// <summary>Sends requests from where no HTTP request gives a scope: each in one of its own.</summary>
internal sealed class Requests(IServiceScopeFactory scopes)
{
    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Sends a request that does a batch of something, again until it finds less to do than that, or the database cannot be written just now.</summary>
    /// <param name="request">Answers how many it did.</param>
    /// <param name="batch">How many it does at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SendUntilDoneAsync(IRequest<Result<int>> request, int batch, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await SendAsync(request, cancellationToken) is { IsSuccess: true } done && done.Value == batch)
        {
        }
    }
}

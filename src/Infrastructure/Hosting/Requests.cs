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
}

using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Has a command that found nothing to do look again at each hint, every two seconds without any (time alone may have brought something,
/// or another node), and once more when its time is up. Each look is a unit of work of its own; between them the request holds nothing.
/// </summary>
internal sealed class WaitBehaviour<TRequest, TResponse>(IHints hints, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IWaits
    where TResponse : class, IResult<TResponse>
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request.Patience <= TimeSpan.Zero) return await next();
        using var hint = hints.Listen(request.WaitsFor);
        var began = time.GetTimestamp();
        while (true)
        {
            var response = await next();
            if (response.Content is not IMayBeEmpty { IsEmpty: true }) return response;
            var left = request.Patience - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || !await hint.WaitAsync(left < LookAgain ? left : LookAgain, cancellationToken)) return response;
        }
    }
}

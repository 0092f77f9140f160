using System.Text.Json;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Carries out a request that has a key once, and answers its repetitions with the first answer. The answer is stored in
/// the unit of work of its effect: both are there or neither, and of two at once the primary key lets one through; the
/// other runs again and finds the answer. A request that is <see cref="IRarelyRepeated"/> is not even looked up before that. A failure
/// stores nothing, so it burns no key.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(
    RequestKey key, ICaller caller, IIdempotencyStore store, IAnswerSeal seal) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IIdempotent
    where TResponse : class, IResult<TResponse>
{
    private static readonly bool IsRarelyRepeated = typeof(IRarelyRepeated).IsAssignableFrom(typeof(TRequest));
    private static readonly bool IsShownOnce = typeof(IShownOnce).IsAssignableFrom(typeof(TRequest));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (key.Value is null || caller.Current is null) return await next();

        var entry = IsRarelyRepeated ? await store.OpenAsync(typeof(TRequest).Name, request, key.Value, cancellationToken) : await FindAsync(request, cancellationToken);
        if (entry.Earlier is { } earlier) return Replay(earlier);

        var response = await next();
        if (response.Error is not null)
        {
            // It may have failed because it was carried out before, by its own twin or long ago: what it was to create is there, or its channel is gone.
            var twin = await FindAsync(request, cancellationToken);
            return twin.Earlier is { } told ? Replay(told) : response;
        }

        var body = JsonSerializer.Serialize(response.Content, TResponse.ContentType);
        if (IsShownOnce) body = seal.Seal(body);
        store.Write(entry, body, (response.Content as ITellsMessage)?.ToldMessage);
        return response;
    }

    private Task<IdempotencyEntry> FindAsync(TRequest request, CancellationToken cancellationToken) =>
        store.FindAsync(typeof(TRequest).Name, request, key.Value!, cancellationToken);

    private TResponse Replay(Result<string> earlier)
    {
        if (earlier.Error is { } error) return TResponse.Failure(error);
        if ((IsShownOnce ? seal.Open(earlier.Value) : earlier.Value) is not { } body) return TResponse.Failure(IdempotencyErrors.ShownOnce);

        key.WasReplayed = true;
        return TResponse.Of(JsonSerializer.Deserialize(body, TResponse.ContentType)!);
    }
}

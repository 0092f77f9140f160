using System.Security.Cryptography;
using System.Text.Json;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Carries out a request that has a key once, and answers its repetitions with the first answer. The answer is stored in
/// the unit of work of its effect: both are there or neither, and of two at once the primary key lets one through; the
/// other runs again and finds the answer. A failure stores nothing, so it burns no key.
/// </summary>
internal sealed class IdempotencyBehaviour<TRequest, TResponse>(
    RequestKey key, ICaller caller, IStoredAnswerRepository answers, IAnswerSeal seal, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IIdempotent
    where TResponse : class, IResult<TResponse>
{
    private static readonly bool IsShownOnce = typeof(IShownOnce).IsAssignableFrom(typeof(TRequest));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (key.Value is null || caller.Current is null) return await next();

        var id = IdOf(caller.Current, key.Value);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
        var earlier = await answers.FindAsync(id, cancellationToken);
        if (IsValid(earlier)) return Replay(earlier!, fingerprint);

        var response = await next();
        if (response.Error is not null)
        {
            // It may have failed because its own twin was faster: what it was to create is there.
            var twin = await answers.FindAsync(id, cancellationToken);
            return IsValid(twin) ? Replay(twin!, fingerprint) : response;
        }

        var body = JsonSerializer.Serialize(response.Content, TResponse.ContentType);
        if (IsShownOnce) body = seal.Seal(body);
        Store(earlier, id, fingerprint, body, (response.Content as ITellsMessage)?.ToldMessage);
        return response;
    }

    private void Store(StoredAnswer? expired, AnswerId id, string fingerprint, string body, MessageId? message)
    {
        if (expired is null)
        {
            answers.Add(StoredAnswer.Of(id, fingerprint, body, time.GetUtcNow(), message));
            return;
        }
        answers.Attach(expired);
        expired.Replace(fingerprint, body, time.GetUtcNow(), message);
    }

    /// <summary>All keys of an agent are one caller; but one that may do less must not hear what another was answered.</summary>
    private static AnswerId IdOf(Caller caller, IdempotencyKey key) => AnswerId.Of($"{caller.Id} {(int)caller.Scopes}", typeof(TRequest).Name, key);

    private bool IsValid(StoredAnswer? answer) => answer is not null && !answer.HasExpired(time.GetUtcNow());

    private TResponse Replay(StoredAnswer answer, string fingerprint)
    {
        if (answer.Fingerprint != fingerprint) return TResponse.Failure(IdempotencyErrors.OtherRequest);
        if (answer.IsEmptied) return TResponse.Failure(IdempotencyErrors.Deleted);
        if ((IsShownOnce ? seal.Open(answer.Body) : answer.Body) is not { } body) return TResponse.Failure(IdempotencyErrors.ShownOnce);

        key.WasReplayed = true;
        return TResponse.Of(JsonSerializer.Deserialize(body, TResponse.ContentType)!);
    }
}

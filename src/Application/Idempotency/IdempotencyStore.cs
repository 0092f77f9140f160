using System.Security.Cryptography;
using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;

namespace Eliza.Application.Idempotency;

internal sealed class IdempotencyStore(ICaller caller, IStoredAnswerRepository answers, RequestKey present, TimeProvider time) : IIdempotencyStore
{
    public async Task<IdempotencyEntry> FindAsync<TRequest>(string operation, TRequest request, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var entry = EntryOf(operation, request, key);
        var stored = await answers.FindAsync(entry.Id, cancellationToken);
        return stored is null || stored.HasExpired(time.GetUtcNow()) ? entry with { Expired = stored } : entry with { Earlier = Retell(stored, entry.Fingerprint) };
    }

    public async Task<IdempotencyEntry> OpenAsync<TRequest>(string operation, TRequest request, IdempotencyKey key, CancellationToken cancellationToken) =>
        present.MayBeTaken ? await FindAsync(operation, request, key, cancellationToken) : EntryOf(operation, request, key);

    public void Write(IdempotencyEntry entry, string answer, MessageId? told)
    {
        if (entry.Expired is not { } expired)
        {
            answers.Add(StoredAnswer.Of(entry.Id, entry.Fingerprint, answer, time.GetUtcNow(), told));
            return;
        }
        answers.Attach(expired);
        expired.Replace(entry.Fingerprint, answer, time.GetUtcNow(), told);
    }

    private IdempotencyEntry EntryOf<TRequest>(string operation, TRequest request, IdempotencyKey key) => new(
        IdOf(caller.Current!, operation, key), Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request))), Earlier: null);

    private static Result<string> Retell(StoredAnswer stored, string fingerprint) =>
        stored.Fingerprint != fingerprint ? IdempotencyErrors.OtherRequest
        : stored.IsEmptied ? IdempotencyErrors.Deleted
        : stored.Body;

    /// <summary>All keys of an agent are one caller; but one that may do less must not hear what another was answered.</summary>
    private static AnswerId IdOf(Caller caller, string operation, IdempotencyKey key) => AnswerId.Of($"{caller.Id} {(int)caller.Scopes}", operation, key);
}

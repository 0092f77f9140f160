using System.Security.Cryptography;
using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;

namespace Eliza.Application.Idempotency;

internal sealed class AnswerBook(ICaller caller, IStoredAnswerRepository answers, TimeProvider time) : IAnswerBook
{
    public async Task<BookEntry> FindAsync<TRequest>(string operation, TRequest request, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var id = IdOf(caller.Current!, operation, key);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
        var stored = await answers.FindAsync(id, cancellationToken);
        return stored is null || stored.HasExpired(time.GetUtcNow())
            ? new BookEntry(id, fingerprint, Earlier: null) { Expired = stored }
            : new BookEntry(id, fingerprint, Retell(stored, fingerprint));
    }

    public void Write(BookEntry entry, string answer, MessageId? told)
    {
        if (entry.Expired is not { } expired)
        {
            answers.Add(StoredAnswer.Of(entry.Id, entry.Fingerprint, answer, time.GetUtcNow(), told));
            return;
        }
        answers.Attach(expired);
        expired.Replace(entry.Fingerprint, answer, time.GetUtcNow(), told);
    }

    private static Result<string> Retell(StoredAnswer stored, string fingerprint) =>
        stored.Fingerprint != fingerprint ? IdempotencyErrors.OtherRequest
        : stored.IsEmptied ? IdempotencyErrors.Deleted
        : stored.Body;

    /// <summary>All keys of an agent are one caller; but one that may do less must not hear what another was answered.</summary>
    private static AnswerId IdOf(Caller caller, string operation, IdempotencyKey key) => AnswerId.Of($"{caller.Id} {(int)caller.Scopes}", operation, key);
}

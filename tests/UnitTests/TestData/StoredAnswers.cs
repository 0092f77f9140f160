using Eliza.Domain.Idempotency;

namespace Eliza.UnitTests.TestData;

internal static class StoredAnswers
{
    /// <summary>An answer that was given then, to whom does not matter.</summary>
    public static StoredAnswer GivenAt(DateTimeOffset time, string key = "key") =>
        StoredAnswer.Of(AnswerId.Of("caller", "operation", IdempotencyKey.Create(key).Value), "fingerprint", "\"done\"", time);
}

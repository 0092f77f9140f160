using Eliza.Benchmarks.Common.Loading;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>What is posted: a person's message of about 400 bytes, all fields included.</summary>
internal static class Submissions
{
    private const string Body = """
        {"channel_id":"{target}","author_id":"ada","content":"Good morning! I have read the notes of yesterday's meeting, and wonder whether we should move the release by a week: two of the reports came late, and nobody has had the time to look at the figures yet.","source_type":"client_chat","raw_message":{"text":"Good morning!","client":"load"},"metadata":{"client":"load","lang":"en"}}
        """;

    public static readonly RequestTemplate ToServer = RequestTemplate.Post("/api/messaging/submit", Body);

    public static readonly RequestTemplate ToBaseline = RequestTemplate.Post("/messages", Body);
}

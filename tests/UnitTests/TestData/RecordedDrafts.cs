using Eliza.Application.Agents;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers what was written, with the number of the attempt in front, and when it ended.</summary>
internal sealed class RecordedDrafts : IReplyDrafts
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Events { get; } = [];

    public Question? Question { get; private set; }

    public Task Written => _written.Task;

    public void Append(Question question, int attempt, string piece)
    {
        Question = question;
        Events.Add($"{attempt} {piece}");
        _written.TrySetResult();
    }

    public void End(Question question, int attempt) => Events.Add($"{attempt} ends");

    public ReplyDraft? Find(Question question) => null;
}

using Eliza.Application.Agents;
using Eliza.Domain.Messages;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers what was written, with the number of the attempt in front, and when it ended.</summary>
internal sealed class RecordedDrafts : IReplyDrafts
{
    private readonly TaskCompletionSource _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Events { get; } = [];

    public Question? Question { get; private set; }

    public event Action<Question>? Written;

    public Task Appended => _appended.Task;

    public void Append(Question question, MessageId answer, int attempt, string piece)
    {
        Question = question;
        Events.Add($"{attempt} {piece}");
        Written?.Invoke(question);
        _appended.TrySetResult();
    }

    public void End(Question question, int attempt) => Events.Add($"{attempt} ends");

    public ReplyDraft? Find(Question question) => null;
}

using Eliza.Application.Jobs;
using Eliza.Domain.Agents;
using Eliza.Domain.Jobs;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Jobs;

public sealed class JobProgressTests
{
    private const int Timeout = 1000;

    [Theory]
    [InlineData(AgentRunStatus.Pending, null, null, 0, JobStatus.Pending)]
    [InlineData(AgentRunStatus.Running, 1, null, 999, JobStatus.Processing)]
    [InlineData(AgentRunStatus.Pending, 1, null, 999, JobStatus.Processing)]
    [InlineData(AgentRunStatus.Pending, null, null, 1000, JobStatus.Timeout)]
    [InlineData(AgentRunStatus.Running, 1, null, 1000, JobStatus.Timeout)]
    [InlineData(AgentRunStatus.Completed, 1, 999, 5000, JobStatus.Completed)]
    [InlineData(AgentRunStatus.Completed, 1, 1000, 5000, JobStatus.Timeout)]
    [InlineData(AgentRunStatus.Failed, 1, 999, 5000, JobStatus.Failed)]
    [InlineData(AgentRunStatus.Failed, 1, 1000, 5000, JobStatus.Timeout)]
    [InlineData(AgentRunStatus.Ignored, null, 0, 5000, JobStatus.Failed)]
    [InlineData(null, null, null, 0, JobStatus.Failed)]
    public void StatusAt_OfEachStateOfTheRun_IsAsClientsKnowIt(AgentRunStatus? run, int? started, int? ended, int now, JobStatus expected) =>
        Progress(run, started, ended).StatusAt(At(now)!.Value).ShouldBe(expected);

    /// <summary>Of a run that ends some time and is looked at twice: what had ended does not begin again, nor end otherwise.</summary>
    [Fact]
    public void StatusAt_OnceEnded_NeverChanges() => Prop.ForAll<ushort, ushort, ushort>((ends, one, other) =>
    {
        var (ended, end) = (ends % 2000, (AgentRunStatus)((int)AgentRunStatus.Completed + ends % 3));
        var (early, late) = (SeenAt(Math.Min(one, other) % 3000), SeenAt(Math.Min(one, other) % 3000 + Math.Max(one, other)));
        return early is JobStatus.Pending or JobStatus.Processing || early == late;

        JobStatus SeenAt(int now) => (now >= ended ? Progress(end, 0, ended) : Progress(AgentRunStatus.Running, 0, null)).StatusAt(At(now)!.Value);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Completed", JobStatus.Completed)]
    [InlineData("timeout", JobStatus.Timeout)]
    public void Parse_OfANameInAnyCase_GivesTheStatus(string name, JobStatus expected) => JobStatuses.Parse(name).ShouldSucceed().ShouldBe(expected);

    [Fact]
    public void Parse_OfAnotherName_Fails() => JobStatuses.Parse("1").Error!.Details.ShouldBe("must be one of pending, processing, completed, failed, timeout");

    private static JobProgress Progress(AgentRunStatus? run, int? started, int? ended) =>
        new(Times.Now, Times.Now.AddMilliseconds(Timeout), run, At(started), At(ended));

    private static DateTimeOffset? At(int? milliseconds) => milliseconds is { } after ? Times.Now.AddMilliseconds(after) : null;
}

using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Application.Messages.ListMessages;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Messages;

/// <summary>Seven messages with gaps between their sequences. The third to the fifth came at one moment; their stamps follow each other.</summary>
public sealed class ListMessagesTests
{
    private static readonly (long Sequence, int Stamp)[] Said = [(10, 0), (20, 100), (30, 200), (40, 201), (50, 202), (60, 1000), (70, 5000)];

    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeChannelMessages _history = new([.. Said.Select(said =>
        new MessageBuilder { Sequence = said.Sequence, Stamp = Times.Now.ToUnixTimeMilliseconds() + said.Stamp }.Build())]);

    [Theory]
    [InlineData(null, null, "10 20 30 40 50 60 70")]
    [InlineData(3, null, "50 60 70")]
    [InlineData(3, 3, "20 30 40")]
    [InlineData(3, 6, "10")]
    [InlineData(3, 7, "")]
    public async Task Handle_WhenPaged_CountsFromTheNewestAndShowsTheOldestFirst(int? limit, int? offset, string expected)
    {
        var page = await ListAsync(limit: limit, offset: offset);

        Sequences(page).ShouldBe(expected);
        (page.Limit, page.Offset, page.Total).ShouldBe((limit ?? 50, offset ?? 0, 7));
    }

    [Fact]
    public async Task Handle_WhenTheChannelIsThere_DoesNotReadItsAgents()
    {
        (await ListAsync()).Items[0].ServerId.ShouldBe(Ids.Server.Value);

        _channels.EntriesRead.ShouldBe(0);
    }

    [Theory]
    [InlineData(40L, null, "10 20 30")]
    [InlineData(10L, null, "")]
    [InlineData(null, 40L, "50 60 70")]
    [InlineData(null, 70L, "")]
    [InlineData(60L, 20L, "30 40 50")]
    [InlineData(20L, 60L, "")]
    public async Task Handle_WhenCursorsAreMessages_ExcludesThem(long? before, long? after, string expected) =>
        Sequences(await ListAsync(before: IdOf(before), after: IdOf(after))).ShouldBe(expected);

    [Fact]
    public async Task Handle_WhenThereIsMoreThanThePageHolds_GivesTheNearestToTheCursor()
    {
        Sequences(await ListAsync(limit: 2, before: IdOf(50))).ShouldBe("30 40");
        Sequences(await ListAsync(limit: 2, after: IdOf(20))).ShouldBe("30 40");
        Sequences(await ListAsync(limit: 2, before: IdOf(60), after: IdOf(10))).ShouldBe("40 50");
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "10")]
    [InlineData(200, "10 20")]
    [InlineData(201, "10 20 30")]
    [InlineData(203, "10 20 30 40 50")]
    [InlineData(99_000, "10 20 30 40 50 60 70")]
    public async Task Handle_WhenBeforeAMillisecond_GivesWhatWasSaidBeforeIt(int millisecond, string expected) =>
        Sequences(await ListAsync(before: MomentOf(millisecond))).ShouldBe(expected);

    [Theory]
    [InlineData(-1, "10 20 30 40 50 60 70")]
    [InlineData(0, "20 30 40 50 60 70")]
    [InlineData(199, "30 40 50 60 70")]
    [InlineData(200, "40 50 60 70")]
    [InlineData(202, "60 70")]
    [InlineData(5000, "")]
    public async Task Handle_WhenAfterAMillisecond_GivesWhatWasSaidBehindIt(int millisecond, string expected) =>
        Sequences(await ListAsync(after: MomentOf(millisecond))).ShouldBe(expected);

    [Fact]
    public async Task Handle_WhenBetweenMoments_GivesTheNewestThatLieThere()
    {
        Sequences(await ListAsync(before: MomentOf(1000), after: MomentOf(100))).ShouldBe("30 40 50");
        Sequences(await ListAsync(limit: 2, before: MomentOf(1000), after: MomentOf(100))).ShouldBe("40 50");
        Sequences(await ListAsync(before: IdOf(50), after: MomentOf(100))).ShouldBe("30 40");
        Sequences(await ListAsync(before: MomentOf(100), after: MomentOf(1000))).ShouldBe("");
    }

    [Fact]
    public async Task Handle_WhenTheMomentIsASecond_MeansTheWholeSecond()
    {
        var second = $"{Times.Now.ToUnixTimeSeconds()}";

        Sequences(await ListAsync(before: second)).ShouldBe("");
        Sequences(await ListAsync(after: second)).ShouldBe("60 70");
    }

    [Fact]
    public async Task Handle_WhenACursorIsOfAnotherChannel_IsNotFound()
    {
        (await HandleAsync(new ListMessagesQuery(Ids.Channel.ToString(), null, null, Ids.OtherMessage.ToString(), null))).ShouldFail("Message.NotFound");
        (await HandleAsync(new ListMessagesQuery(Ids.Channel.ToString(), null, null, null, Ids.OtherMessage.ToString()))).ShouldFail("Message.NotFound");
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchChannel_IsNotFound() =>
        (await HandleAsync(new ListMessagesQuery("general", null, null, null, null))).ShouldFail("Channel.NotFound");

    [Theory]
    [InlineData(1, 0, null, true)]
    [InlineData(100, 5, null, true)]
    [InlineData(null, null, "1772600767", true)]
    [InlineData(null, 0, "1772600767", true)]
    [InlineData(0, null, null, false)]
    [InlineData(101, null, null, false)]
    [InlineData(null, -1, null, false)]
    [InlineData(null, 1, "1772600767", false)]
    [InlineData(null, null, "yesterday", false)]
    public void Validate_WhenWithinBounds_IsValid(int? limit, int? offset, string? cursor, bool valid)
    {
        new ListMessagesQueryValidator().Validate(new ListMessagesQuery("x", limit, offset, cursor, null)).IsValid.ShouldBe(valid);
        new ListMessagesQueryValidator().Validate(new ListMessagesQuery("x", limit, offset, null, cursor)).IsValid.ShouldBe(valid);
    }

    private static string MomentOf(int millisecond) => $"{Times.Now.AddMilliseconds(millisecond).ToUnixTimeMilliseconds()}";

    private string? IdOf(long? sequence) => sequence is null ? null : _history.Messages.Single(message => message.Sequence == sequence).Id.ToString();

    private string Sequences(Page<MessageResponse> page) =>
        string.Join(' ', page.Items.Select(item => _history.Messages.Single(message => message.Id.Value == item.Id).Sequence));

    private async Task<Page<MessageResponse>> ListAsync(int? limit = null, int? offset = null, string? before = null, string? after = null) =>
        (await HandleAsync(new ListMessagesQuery(Ids.Channel.ToString(), limit, offset, before, after))).ShouldSucceed();

    private Task<Result<Page<MessageResponse>>> HandleAsync(ListMessagesQuery query) =>
        new ListMessagesQueryHandler(_channels, _history, Callers.Operator.Calls()).Handle(query, TestContext.Current.CancellationToken);
}

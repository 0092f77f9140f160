using System.Text.Json;
using Eliza.Application.Media;
using Eliza.Application.Media.OpenMedia;
using Eliza.Application.Media.UploadMedia;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Media;

public sealed class MediaUseCaseTests
{
    private static readonly MediaId Id = new(new Guid("3ed1a000-0000-7000-8000-000000000001"));
    private static readonly UploadedFile File = new(Id, "my photo.png", "image/png", 400, "c0ffee");

    private readonly FakeChannelDirectory _channels = new();
    private readonly FakeMediaFileRepository _files = new();
    private readonly FakeMediaStore _store = new();
    private readonly FakeMediaDescriber _describer = new();
    private readonly UploadDescriber _describers;

    public MediaUseCaseTests() => _describers = new UploadDescriber(_describer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_WhenAllIsRight_KeepsTheFileAndTellsIt()
    {
        _describer.Description = MediaDescription.Of("What it shows");

        var answer = (await UploadAsync(Callers.Ada, agentId: "agent-2")).ShouldSucceed();

        answer.ShouldBe(new MediaResponse(Id.Value, $"/media/{Id}/my%20photo.png", Ids.Channel.Value, "agent-2", "image", "image/png", 400, "my photo.png", "What it shows"));
        _store.Kept.ShouldBe([Id]);
        var file = _files.Files.ShouldHaveSingleItem();
        file.Description.ShouldBe(_describer.Description);
        (file.Id, file.ChannelId, file.Uploader, file.Type, file.Name.Value, file.Size, file.Hash, file.CreatedAt)
            .ShouldBe((Id, Ids.Channel, "user:ada", MediaType.From("image/png"), "my photo.png", 400, "c0ffee", Times.Now));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("c0000000-0000-7000-8000-000000000002")]
    public async Task Upload_WhenThereIsNoSuchChannel_IsNotFound(string channel)
    {
        (await UploadAsync(Callers.Ada, channel)).ShouldFail("Channel.NotFound");

        _store.Kept.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(ParticipantRole.Guest, false)]
    [InlineData(ParticipantRole.Member, true)]
    [InlineData(ParticipantRole.Owner, true)]
    public async Task Upload_ToAPrivateChannel_IsForThoseWhoMayWrite(ParticipantRole? role, bool allowed)
    {
        _channels.Channel = _channels.Channel! with { Access = new ChannelAccess(IsPrivate: true, role) };

        (await UploadAsync(Callers.Ada)).IsSuccess.ShouldBe(allowed);

        _channels.AskedRole.ShouldBe(Ids.Ada);
        _store.Kept.Count.ShouldBe(allowed ? 1 : 0);
        _describer.Asked.Count.ShouldBe(allowed ? 1 : 0, "who may not upload has nothing read either");
    }

    [Fact]
    public async Task Upload_ByAKeyThatMayOnlyRead_IsForbidden() =>
        (await UploadAsync(Callers.Service(Scopes.MessagesRead))).ShouldFail("Access.Forbidden");

    [Theory]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public async Task Upload_WhenTheChannelIsNearlyFull_FitsToTheLastByte(long before, bool fits)
    {
        _files.Add(FileOf(MediaId.New(Times.Now), Ids.Channel, before));
        _files.Add(FileOf(MediaId.New(Times.Now), Ids.OtherChannel, 1000));

        var answer = await UploadAsync(Callers.Ada);

        if (fits) answer.ShouldSucceed();
        else answer.ShouldFail("Media.ChannelFull").Details.ShouldContain("1000 bytes");
        _store.Kept.Count.ShouldBe(fits ? 1 : 0);
    }

    [Theory]
    [InlineData(2000L, true)]
    [InlineData(1999L, false)]
    [InlineData(null, true)]
    public async Task Upload_WhenAllChannelsTogetherAreNearlyFull_FitsToTheLastByte(long? most, bool fits)
    {
        _store.MaxBytes = most;
        _files.Add(FileOf(MediaId.New(Times.Now), Ids.Channel, 600));
        _files.Add(FileOf(MediaId.New(Times.Now), Ids.OtherChannel, 1000));

        var answer = await UploadAsync(Callers.Ada);

        if (fits) answer.ShouldSucceed();
        else answer.ShouldFail("Media.StoreFull").Details.ShouldContain("1999 bytes");
        _store.Kept.Count.ShouldBe(fits ? 1 : 0);
    }

    [Fact]
    public async Task Upload_WhenTheDiskTakesNoMore_IsToldToTryAgain()
    {
        _store.IsFull = true;

        (await UploadAsync(Callers.Ada)).ShouldFail("Media.StoreUnavailable").Kind.ShouldBe(ErrorKind.Unavailable);

        _files.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_WhenTheHandlerRunsAgain_IsNotReadAgain()
    {
        (await UploadAsync(Callers.Ada)).ShouldSucceed();
        (await UploadAsync(Callers.Ada)).ShouldSucceed();

        _describer.Asked.ShouldBe([(Id, MediaType.From("image/png"))]);
    }

    [Fact]
    public void Upload_SentAgain_HasTheSameFingerprintWhateverItIsStoredAs()
    {
        string Written(UploadedFile file) => JsonSerializer.Serialize(new UploadMediaCommand("c", null, file));

        Written(File with { Id = MediaId.New(Times.Now) }).ShouldBe(Written(File));
        Written(File with { Hash = "decaf" }).ShouldNotBe(Written(File));
        Written(File with { Name = "b.png" }).ShouldNotBe(Written(File));
        Written(File with { ContentType = "image/gif" }).ShouldNotBe(Written(File));
        Written(File with { Size = 1 }).ShouldNotBe(Written(File));
    }

    [Theory]
    [InlineData(true, null, "")]
    [InlineData(true, "agent-2", "")]
    [InlineData(false, null, "File")]
    [InlineData(true, "not an id", "AgentId")]
    public void Validate_OfAnUpload_WantsAFileAndAnIdThatIsOne(bool hasFile, string? agentId, string broken) =>
        new UploadMediaCommandValidator().Validate(new UploadMediaCommand("c", agentId, hasFile ? File : null))
            .Errors.Select(error => error.PropertyName).ShouldBe(broken.Length == 0 ? [] : [broken]);

    [Fact]
    public async Task Open_ByWhoMayRead_GivesTheFile()
    {
        _files.Add(FileOf(Id, Ids.Channel, 400));
        _store.TryKeep(Id);

        var content = (await OpenAsync(Callers.Ada)).ShouldSucceed();

        (content.ContentType, content.Name, content.IsDocument).ShouldBe(("image/png", "a.png", false));
        content.Content.Length.ShouldBe(MediaSamples.Png.Length);
    }

    [Fact]
    public async Task Open_WhenAnythingOfItIsGone_IsNotFound()
    {
        (await OpenAsync(Callers.Operator, "x")).ShouldFail("Media.NotFound").Details.ShouldBe("File with ID 'x' does not exist");
        (await OpenAsync(Callers.Operator)).ShouldFail("Media.NotFound");
        _files.Add(FileOf(Id, Ids.OtherChannel, 400));
        (await OpenAsync(Callers.Operator)).ShouldFail("Media.NotFound");
        _files.Files[0] = FileOf(Id, Ids.Channel, 400);
        (await OpenAsync(Callers.Operator)).ShouldFail("Media.NotFound");
        _store.TryKeep(Id);
        (await OpenAsync(Callers.Operator)).ShouldSucceed();
    }

    [Fact]
    public async Task Open_ByWhoMayNotRead_IsForbidden()
    {
        _channels.Channel = _channels.Channel! with { Access = new ChannelAccess(IsPrivate: true, Role: null) };
        _files.Add(FileOf(Id, Ids.Channel, 400));
        _store.TryKeep(Id);

        (await OpenAsync(Callers.Ada)).ShouldFail("Access.Forbidden");
    }

    private static MediaFile FileOf(MediaId id, ChannelId channel, long size) =>
        MediaFile.Uploaded(id, channel, "user:ada", MediaType.From("image/png"), MediaName.FromTrusted("a.png"), size, "c0ffee", null, Times.Now);

    private Task<Result<MediaResponse>> UploadAsync(Caller caller, string? channel = null, string? agentId = null) =>
        new UploadMediaCommandHandler(_channels, _files, _store, _describers, caller.Calls(), new ManualTimeProvider())
            .Handle(new UploadMediaCommand(channel ?? Ids.Channel.ToString(), agentId, File), Token);

    private Task<Result<MediaContent>> OpenAsync(Caller caller, string? id = null) =>
        new OpenMediaQueryHandler(_files, _channels, _store, caller.Calls()).Handle(new OpenMediaQuery(id ?? Id.ToString()), Token);
}

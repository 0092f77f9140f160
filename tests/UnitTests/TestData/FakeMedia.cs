using Eliza.Application.Media;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Media;

namespace Eliza.UnitTests.TestData;

internal sealed class FakeMediaFileRepository : IMediaFileRepository
{
    public List<MediaFile> Files { get; } = [];

    public Task<MediaFile?> FindAsync(MediaId id, CancellationToken cancellationToken) => Task.FromResult(Files.Find(file => file.Id == id));

    public Task<long> TotalSizeAsync(ChannelId channel, CancellationToken cancellationToken) =>
        Task.FromResult(Files.Where(file => file.ChannelId == channel).Sum(file => file.Size));

    public Task<long> TotalSizeAsync(CancellationToken cancellationToken) => Task.FromResult(Files.Sum(file => file.Size));

    /// <summary>How often it was asked for descriptions.</summary>
    public int Asked { get; private set; }

    public Task<IReadOnlyDictionary<MediaId, MediaDescription>> DescriptionsAsync(
        ChannelId channel, IReadOnlyCollection<MediaId> ids, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult<IReadOnlyDictionary<MediaId, MediaDescription>>(Files
            .Where(file => file.ChannelId == channel && ids.Contains(file.Id) && file.Description is not null)
            .ToDictionary(file => file.Id, file => file.Description!));
    }

    public void Add(MediaFile file) => Files.Add(file);
}

/// <summary>Finds in every file what it is told to.</summary>
internal sealed class FakeMediaDescriber : IMediaDescriber
{
    public MediaDescription? Description { get; set; }

    public List<(MediaId Id, MediaType Type)> Asked { get; } = [];

    public Task<MediaDescription?> DescribeAsync(MediaId id, MediaType type, CancellationToken cancellationToken)
    {
        Asked.Add((id, type));
        return Task.FromResult(Description);
    }
}

/// <summary>Keeps files in memory.</summary>
internal sealed class FakeMediaStore : IMediaStore
{
    public long MaxBytesPerChannel { get; set; } = 1000;

    public long? MaxBytes { get; set; }

    public List<MediaId> Kept { get; } = [];

    public Task<Result<StagedFile>> StageAsync(Stream content, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is staged here.");

    /// <summary>Whether the disk takes no more.</summary>
    public bool IsFull { get; set; }

    public bool TryKeep(MediaId id)
    {
        if (!IsFull && !Kept.Contains(id)) Kept.Add(id);
        return !IsFull;
    }

    public Stream? Open(MediaId id) => Kept.Contains(id) ? new MemoryStream(MediaSamples.Png) : null;

    public Task LetGoAsync(MediaId id, CancellationToken cancellationToken)
    {
        Kept.Remove(id);
        return Task.CompletedTask;
    }
}

using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>An open text channel named "general" without participants, unless told otherwise.</summary>
internal sealed record ChannelBuilder
{
    public ChannelType Type { get; init; } = ChannelType.Text;

    public string? Name { get; init; } = "general";

    public Description? Description { get; init; }

    public Metadata Metadata { get; init; } = Metadata.Empty;

    public bool IsPrivate { get; init; }

    public Result<Channel> TryBuild() => Channel.Create(Ids.Server, Type, Name, Description, Metadata, IsPrivate, Times.Now);

    public Channel Build() => TryBuild().Value;
}

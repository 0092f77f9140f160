using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.WebApi.Input;

namespace Eliza.UnitTests.Input;

/// <summary>A body with a field of every kind.</summary>
public sealed class SampleRequest
{
    public string? ChannelName { get; init; }

    [JsonPropertyName("server_id")]
    [AlsoSpelled("messageServerId")]
    public string? ServerId { get; init; }

    public bool? IsPrivate { get; init; }

    public long? ByteSize { get; init; }

    public JsonElement? FreeForm { get; init; }

    public SamplePart? MainPart { get; init; }

    public IReadOnlyList<SamplePart?>? OtherParts { get; init; }

    public IReadOnlyList<string?>? UserIds { get; init; }

    public int? SmallCount { get; init; }

    public double? WarmRate { get; init; }

    [AlsoSpelled("QUOTED_RATE")]
    [AlsoQuoted]
    public double? QuotedRate { get; init; }

    [AlsoQuoted]
    public bool? QuotedTruth { get; init; }

    public SampleCharacter? Character { get; init; }
}

/// <summary>Keeps the fields that it does not know.</summary>
public sealed class SampleCharacter
{
    public string? FullName { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}

public sealed class SamplePart
{
    public string? FileName { get; init; }

    public long? ByteSize { get; init; }
}

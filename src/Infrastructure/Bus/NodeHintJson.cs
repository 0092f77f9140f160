using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Bus;

/// <summary>Hints as they go over the wire: a JSON array of them.</summary>
internal static class NodeHintJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NamePayloads } },
        Converters =
        {
            new IdConverter<ChannelId>(text => ChannelId.TryParse(text, out var id) ? id : null),
            new IdConverter<MessageId>(text => MessageId.TryParse(text, out var id) ? id : null),
            new IdConverter<SessionId>(text => SessionId.TryParse(text, out var id) ? id : null),
            new IdConverter<AgentRunId>(text => AgentRunId.TryParse(text, out var id) ? id : null),
            new ActorIdConverter(),
        },
    };

    public static byte[] Write(IReadOnlyList<NodeHint> hints) => JsonSerializer.SerializeToUtf8Bytes(hints, Options);

    /// <summary>Those of the hints that can be read, in their order.</summary>
    /// <param name="body">What another node wrote, which may be of another version; or anybody else.</param>
    /// <param name="unreadable">How many could not be read.</param>
    public static IReadOnlyList<NodeHint> Read(ReadOnlyMemory<byte> body, out int unreadable)
    {
        unreadable = 0;
        var hints = new List<NodeHint>();
        try
        {
            using var array = JsonDocument.Parse(body);
            foreach (var element in array.RootElement.EnumerateArray())
            {
                if (Read(element) is { } hint) hints.Add(hint);
                else unreadable++;
            }
        }
        catch (Exception exception) when (IsAboutTheText(exception))
        {
            unreadable++;
        }
        return hints;
    }

    private static NodeHint? Read(JsonElement element)
    {
        try
        {
            return element.Deserialize<NodeHint>(Options);
        }
        catch (Exception exception) when (IsAboutTheText(exception))
        {
            return null;
        }
    }

    private static bool IsAboutTheText(Exception exception) => exception is JsonException or NotSupportedException or InvalidOperationException or ArgumentException;

    /// <summary>What is told in passing goes over the wire under the name of its type, and only as one of those types.</summary>
    private static void NamePayloads(JsonTypeInfo info)
    {
        if (info.Type != typeof(ChannelPayload)) return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var payload in info.Type.Assembly.GetTypes().Where(type => type.IsSubclassOf(info.Type) && !type.IsAbstract))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(payload, payload.Name));
    }
}

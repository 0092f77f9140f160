using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Jobs;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Conversions;

/// <summary>
/// How our value types lie in columns: ids as UUIDs, texts as texts with their own lengths, times as Unix milliseconds
/// (which every database orders and compares alike), spans in milliseconds, free JSON as text.
/// </summary>
internal static class ValueConversions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<ServerId>().HaveConversion<ServerIdConverter>();
        builder.Properties<ChannelId>().HaveConversion<ChannelIdConverter>();
        builder.Properties<MessageId>().HaveConversion<MessageIdConverter>();
        builder.Properties<AgentRunId>().HaveConversion<AgentRunIdConverter>();
        builder.Properties<JobId>().HaveConversion<JobIdConverter>();
        builder.Properties<Source>().HaveConversion<SourceConverter>().HaveMaxLength(Source.MaxTypeLength + 1 + 2 * Source.MaxIdLength);
        builder.Properties<ApiKeyId>().HaveConversion<ApiKeyIdConverter>();
        builder.Properties<AnswerId>().HaveConversion<AnswerIdConverter>().HaveMaxLength(AnswerId.Length);
        builder.Properties<ActorId>().HaveConversion<ActorIdConverter>().HaveMaxLength(ActorId.MaxLength);
        builder.Properties<ChannelName>().HaveConversion<ChannelNameConverter>().HaveMaxLength(ChannelName.MaxLength);
        builder.Properties<DisplayName>().HaveConversion<DisplayNameConverter>().HaveMaxLength(DisplayName.MaxLength);
        builder.Properties<Description>().HaveConversion<DescriptionConverter>().HaveMaxLength(2 * Description.MaxLength);
        builder.Properties<AgentKind>().HaveConversion<AgentKindConverter>().HaveMaxLength(AgentKind.MaxLength);
        builder.Properties<SourceType>().HaveConversion<SourceTypeConverter>().HaveMaxLength(2 * SourceType.MaxLength);
        builder.Properties<MessageContent>().HaveConversion<MessageContentConverter>();
        builder.Properties<Metadata>().HaveConversion<MetadataConverter>();
        builder.Properties<RawMessage>().HaveConversion<RawMessageConverter>();
        builder.Properties<MediaId>().HaveConversion<MediaIdConverter>();
        builder.Properties<MediaType>().HaveConversion<MediaTypeConverter>().HaveMaxLength(MediaType.MaxLength);
        builder.Properties<MediaName>().HaveConversion<MediaNameConverter>().HaveMaxLength(MediaName.MaxBytes);
        builder.Properties<MediaDescription>().HaveConversion<MediaDescriptionConverter>();
        builder.Properties<SessionId>().HaveConversion<SessionIdConverter>();
        builder.Properties<TimeSpan>().HaveConversion<MillisecondsConverter>();
        builder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
    }

    private sealed class ServerIdConverter() : ValueConverter<ServerId, Guid>(id => id.Value, value => new ServerId(value));

    private sealed class ChannelIdConverter() : ValueConverter<ChannelId, Guid>(id => id.Value, value => new ChannelId(value));

    private sealed class MessageIdConverter() : ValueConverter<MessageId, Guid>(id => id.Value, value => new MessageId(value));

    private sealed class AgentRunIdConverter() : ValueConverter<AgentRunId, Guid>(id => id.Value, value => new AgentRunId(value));

    private sealed class JobIdConverter() : ValueConverter<JobId, Guid>(id => id.Value, value => new JobId(value));

    private sealed class SourceConverter() : ValueConverter<Source, string>(source => source.ToString(), text => Source.FromTrusted(text));

    private sealed class ApiKeyIdConverter() : ValueConverter<ApiKeyId, Guid>(id => id.Value, value => new ApiKeyId(value));

    private sealed class AnswerIdConverter() : ValueConverter<AnswerId, string>(id => id.Value, value => AnswerId.From(value));

    private sealed class ActorIdConverter() : ValueConverter<ActorId, string>(id => id.Value, value => ActorId.FromTrusted(value));

    private sealed class ChannelNameConverter() : ValueConverter<ChannelName, string>(name => name.Value, value => ChannelName.From(value));

    private sealed class DisplayNameConverter() : ValueConverter<DisplayName, string>(name => name.Value, value => DisplayName.From(value));

    private sealed class DescriptionConverter() : ValueConverter<Description, string>(text => text.Value, value => Description.Create(value).Value);

    private sealed class AgentKindConverter() : ValueConverter<AgentKind, string>(kind => kind.Value, value => AgentKind.From(value));

    private sealed class SourceTypeConverter() : ValueConverter<SourceType, string>(type => type.Value, value => SourceType.FromTrusted(value));

    private sealed class MessageContentConverter() : ValueConverter<MessageContent, string>(content => content.Value, value => MessageContent.FromTrusted(value));

    private sealed class MetadataConverter() : ValueConverter<Metadata, string>(metadata => metadata.Json, json => Metadata.FromTrusted(json));

    private sealed class RawMessageConverter() : ValueConverter<RawMessage, string>(raw => raw.Json, json => RawMessage.FromTrusted(json));

    private sealed class MediaIdConverter() : ValueConverter<MediaId, Guid>(id => id.Value, value => new MediaId(value));

    private sealed class MediaTypeConverter() : ValueConverter<MediaType, string>(type => type.ContentType, value => MediaType.From(value));

    private sealed class MediaNameConverter() : ValueConverter<MediaName, string>(name => name.Value, value => MediaName.FromTrusted(value));

    private sealed class MediaDescriptionConverter()
        : ValueConverter<MediaDescription, string>(description => description.Value, value => MediaDescription.FromTrusted(value));

    private sealed class SessionIdConverter() : ValueConverter<SessionId, Guid>(id => id.Value, value => new SessionId(value));

    private sealed class MillisecondsConverter() : ValueConverter<TimeSpan, long>(
        time => (long)time.TotalMilliseconds, value => TimeSpan.FromMilliseconds(value));

    private sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
}

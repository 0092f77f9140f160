using System.Data.Common;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Conversions;

namespace Eliza.Infrastructure.Messages;

/// <summary>A message of a channel's history in the row of a query: by hand what the tables' configuration does for aggregates.</summary>
internal static class ChannelMessageRow
{
    /// <summary>What is read of it, by the names of the columns; their numbers are their places in the row, behind one other value.</summary>
    private enum Column
    {
        Id = 1,
        Stamp,
        Author,
        AuthorKind,
        Content,
        CreatedAt,
        Metadata,
        Attachments,
        Mentions,
        SourceType,
        InReplyTo,
        ThreadId,
        EditedAt,
    }

    /// <summary>The columns of the messages' table <c>m</c>, in their order.</summary>
    public static string Columns { get; } = string.Join(", ", Enum.GetNames<Column>().Select(name => $"m.\"{name}\""));

    /// <summary>The message; null where an outer join found none.</summary>
    public static ChannelMessage? Read(DbDataReader row) => row.IsDBNull((int)Column.Id) ? null : new ChannelMessage(
        row.GetGuid((int)Column.Id),
        row.GetInt64((int)Column.Stamp),
        row.GetString((int)Column.Author),
        (ActorKind)row.GetInt32((int)Column.AuthorKind),
        row.GetString((int)Column.Content),
        TimeOf(row, Column.CreatedAt),
        new RawJson(row.GetString((int)Column.Metadata)),
        JsonList.Read<AttachmentResponse, StoredAttachment>(row.GetString((int)Column.Attachments), file => AttachmentResponse.Of(StoredAttachment.Load(file))),
        JsonList.Read<string, string>(row.GetString((int)Column.Mentions), mention => mention),
        row.GetString((int)Column.SourceType),
        GuidOf(row, Column.InReplyTo),
        GuidOf(row, Column.ThreadId),
        row.IsDBNull((int)Column.EditedAt) ? null : TimeOf(row, Column.EditedAt));

    private static DateTimeOffset TimeOf(DbDataReader row, Column column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64((int)column));

    private static Guid? GuidOf(DbDataReader row, Column column) => row.IsDBNull((int)column) ? null : row.GetGuid((int)column);
}

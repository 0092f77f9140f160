using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Eliza.Application.Common;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>What parameters mean, by their names: the same name means the same everywhere. An action's own comment on one goes first.</summary>
internal static class ParameterTexts
{
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["agentId"] = "The agent's id.",
        ["channelId"] = "The channel's id, a UUID.",
        ["messageId"] = "The message's id, a UUID.",
        ["serverId"] = "The server's id, a UUID; all zeros for the default server.",
        ["userId"] = "The person's id: 1–128 of letters, digits, and . _ : @ -",
        ["keyId"] = "The key's id, a UUID.",
        ["runId"] = "The run's id, a UUID.",
        ["jobId"] = "The job's id, a UUID.",
        ["mediaId"] = "The file's id, a UUID.",
        ["name"] = "What the file is called, for people. It may be left out: the id alone counts.",
        ["sessionId"] = "The session's id, a UUID.",
        ["limit"] = "How many to answer at most.",
        ["offset"] = "How many to pass over.",
        ["before"] = "Only what came before it: a message's id, or a time in Unix seconds or milliseconds.",
        ["after"] = "Only what came after it: a message's id, or a time in Unix seconds or milliseconds.",
        ["once"] = "`true` to be told what was missed and no more: the stream ends there.",
        ["from"] = "Only what came at that time or later.",
        ["to"] = "Only what came at that time or earlier.",
        ["status"] = "Only those in that state.",
        ["roomId"] = "Only those of that channel.",
        ["userId1"] = "One of the two.",
        ["userId2"] = "The other one.",
        ["currentUserId"] = "One of the two, as the reference's client calls it.",
        ["targetUserId"] = "The other one, as the reference's client calls it.",
        ["dmServerId"] = "The server that the channel belongs to; the default server when missing.",
    }.ToFrozenDictionary();

    public static string? Of(string name) => ByName.GetValueOrDefault(name);

    /// <param name="name">The parameter's name.</param>
    /// <param name="type">What it is read as.</param>
    /// <param name="ofPage">Whether it belongs to a page of a list; <c>limit</c> alone may be something else.</param>
    public static OpenApiSchema SchemaOf(string name, Type type, bool ofPage)
    {
        var schema = SimpleSchema.Of(Nullable.GetUnderlyingType(type) ?? type) ?? throw new NotSupportedException($"Nobody has said how the parameter {name} is described.");
        if (!ofPage) return schema;
        if (name == "limit") (schema.Minimum, schema.Maximum, schema.Default) = ("1", Text(Paging.MaxLimit), JsonValue.Create(Paging.DefaultLimit));
        if (name == "offset") (schema.Minimum, schema.Default) = ("0", JsonValue.Create(0));
        return schema;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

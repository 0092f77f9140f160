using System.Text.Json;
using Eliza.WebApi.Input;

namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>One field of a request's body, however deep, and how to put a JSON value into it while all else is right.</summary>
internal sealed record BodyField(string Path, Type Type, Func<string, string> With)
{
    /// <summary>Whether its value may stand in a string, as characters have their settings.</summary>
    public bool MayBeQuoted { get; private init; }

    /// <summary>Right values of what endpoints require. What is not here is left out.</summary>
    private static readonly Dictionary<string, Func<Guid, string>> Right = new()
    {
        ["ChannelId"] = channel => $"\"{channel}\"",
        ["AuthorId"] = _ => "\"user-123\"",
        ["Content"] = _ => "\"Hello\"",
        ["AgentId"] = _ => $"\"{Fixtures.Api.Eliza}\"",
        ["UserId"] = _ => $"\"{Guid.CreateVersion7()}\"",
        ["Participants"] = _ => "[\"user-123\",\"user-124\"]",
        ["Role"] = _ => "\"member\"",
        ["Name"] = _ => $"\"name-{Guid.CreateVersion7()}\"",
    };

    public static IReadOnlyList<BodyField> AllOf(Type body, Guid channel) =>
        [.. BodyShape.Of(body).Fields.SelectMany(field => FieldsOf(field.DocumentedName, field.Property.PropertyType, value => BodyOf(body, channel, field.Name, value)))];

    /// <summary>A body with all that is required, and perhaps one field more or in another's place.</summary>
    public static string BodyOf(Type body, Guid channel, string? field = null, string? value = null)
    {
        var fields = BodyShape.Of(body).Fields
            .Where(known => known.Name == field || Right.ContainsKey(known.Name))
            .Select(known => $"\"{known.DocumentedName}\":{(known.Name == field ? value : Right[known.Name](channel))}");
        return $"{{{string.Join(',', fields)}}}";
    }

    private static IEnumerable<BodyField> FieldsOf(string path, Type type, Func<string, string> with)
    {
        yield return new BodyField(path, type, with);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType)
        {
            foreach (var field in FieldsOf(path + "[0]", plain.GetGenericArguments()[0], value => with($"[{value}]"))) yield return field;
        }
        else if (plain.IsClass && plain != typeof(string) && plain != typeof(JsonElement))
        {
            // Inside another object a messageId is no key, but one of the unknown fields that are passed over.
            foreach (var inner in BodyShape.Of(plain).Fields.Where(inner => inner.Name != nameof(CreatingRequest.MessageId)))
            {
                var name = inner.DocumentedName;
                foreach (var field in FieldsOf($"{path}.{name}", inner.Property.PropertyType, value => with($"{{\"{name}\":{value}}}")))
                    yield return field with { MayBeQuoted = field.MayBeQuoted || inner.IsAlsoQuoted };
            }
        }
    }
}

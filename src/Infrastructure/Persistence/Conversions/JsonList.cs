using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Eliza.Infrastructure.Persistence.Conversions;

/// <summary>Keeps a short list inside its row, as JSON. The lists are never changed in place, so they are compared by reference.</summary>
internal static class JsonList
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void HasJsonListConversion<TItem, TStored>(
        this PropertyBuilder<IReadOnlyList<TItem>> property, Func<TItem, TStored> store, Func<TStored, TItem> load) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<TItem>, string>(list => Write(list, store), json => Read(json, load)),
            new ValueComparer<IReadOnlyList<TItem>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));

    private static string Write<TItem, TStored>(IReadOnlyList<TItem> list, Func<TItem, TStored> store) =>
        list.Count == 0 ? "[]" : JsonSerializer.Serialize(list.Select(store), Short);

    /// <summary>The list in a column's text; an empty one is not parsed.</summary>
    public static IReadOnlyList<TItem> Read<TItem, TStored>(string json, Func<TStored, TItem> load) =>
        json == "[]" ? [] : [.. JsonSerializer.Deserialize<TStored[]>(json, Short)!.Select(load)];
}

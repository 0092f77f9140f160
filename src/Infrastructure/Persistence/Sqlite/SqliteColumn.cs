using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>A column of a table, and how the values of its property lie in it.</summary>
/// <param name="table">The table.</param>
/// <param name="property">Of the table's objects, or of a value within them.</param>
internal sealed class SqliteColumn(IEntityType table, IProperty property)
{
    private readonly ValueConverter? _converter = property.GetTypeMapping().Converter;

    private readonly IClrPropertyGetter _getter = property.GetGetter();

    public IProperty Property => property;

    /// <summary>The name, quoted.</summary>
    public string Name { get; } = $"\"{property.GetColumnName(StoreObjectIdentifier.Table(table.GetTableName()!))}\"";

    /// <summary>The value as the database keeps it; null for none.</summary>
    public object? Of(object row) => Stored(_getter.GetClrValueUsingContainingEntity(row));

    /// <inheritdoc cref="Of(object)"/>
    public object? Of(PropertyValues values) => Stored(values[property]);

    private object? Stored(object? value) => value is null || _converter is null ? value : _converter.ConvertToProvider(value);
}

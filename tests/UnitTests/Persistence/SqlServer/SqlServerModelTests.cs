using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>What SQL Server wants of tables, which it says only when they are made or filled.</summary>
public sealed class SqlServerModelTests
{
    private const int MostBytesOfSortedTable = 900;
    private const int MostBytesOfIndex = 1700;

    private static readonly IModel Model = SqlServerStatements.Context(new RecordingConnection()).GetService<IDesignTimeModel>().Model;

    private static readonly List<IEntityType> Tables = [.. Model.GetEntityTypes()];

    /// <summary>Error 1785.</summary>
    [Fact]
    public void Deletions_ThatCascade_ReachNoTableTwice()
    {
        Tables.SelectMany(Cascading).Count().ShouldBeGreaterThan(10);
        foreach (var table in Tables) Reached(table).ShouldBeUnique(table.Name);
    }

    [Fact]
    public void Keys_OfFullLength_FitTheirIndex()
    {
        var keys = Tables.SelectMany(table => table.GetKeys()).ToList();
        keys.ShouldContain(key => Bytes(key.Properties) > MostBytesOfSortedTable);
        foreach (var key in keys) Bytes(key.Properties).ShouldBeLessThanOrEqualTo(IsSorted(key) ? MostBytesOfSortedTable : MostBytesOfIndex, key.GetName());
    }

    [Fact]
    public void Indexes_OfFullLength_Fit()
    {
        var indexes = Tables.SelectMany(table => table.GetIndexes()).ToList();
        indexes.Max(index => Bytes(index.Properties)).ShouldBeGreaterThan(MostBytesOfSortedTable);
        foreach (var index in indexes) Bytes(index.Properties).ShouldBeLessThanOrEqualTo(MostBytesOfIndex, index.GetDatabaseName());
    }

    /// <summary>Of rows without a value there could be one only.</summary>
    [Fact]
    public void UniqueIndexes_OverWhatMayBeMissing_PassOverRowsWithout()
    {
        var unique = Tables.SelectMany(table => table.GetIndexes()).Where(index => index.IsUnique && index.Properties.Any(property => property.IsNullable)).ToList();
        unique.Count.ShouldBeGreaterThan(2);
        foreach (var index in unique) (index.GetFilter() ?? "").ShouldContain($"[{index.Properties.Single(property => property.IsNullable).GetColumnName()}] IS NOT NULL", Case.Sensitive, index.GetDatabaseName());
    }

    [Fact]
    public void Filters_OfIndexes_NameTheirColumnsInBrackets()
    {
        var filters = Tables.SelectMany(table => table.GetIndexes()).Select(index => index.GetFilter()).OfType<string>().ToList();
        filters.Count.ShouldBeGreaterThan(8);
        filters.ShouldAllBe(filter => !filter.Contains('"') && filter.Contains('['));
    }

    [Fact]
    public void Texts_InAllTables_AreComparedByTheirCharacters()
    {
        var texts = Texts().ToList();
        texts.Count.ShouldBeGreaterThan(30);
        texts.ShouldAllBe(text => text.GetCollation() == "Latin1_General_100_BIN2");
    }

    /// <summary>A name of a hundred emoji is one of two hundred units.</summary>
    [Fact]
    public void Names_InTheirColumns_HaveRoomForTwoUnitsACharacter()
    {
        var names = Tables.SelectMany(table => table.GetProperties()).Where(property => property.ClrType == typeof(DisplayName)).ToList();
        names.Count.ShouldBeGreaterThan(3);
        names.Add(Model.FindEntityType(typeof(Participant))!.FindProperty(nameof(Participant.NameKey))!);
        names.ShouldAllBe(name => name.GetMaxLength() == 2 * DisplayName.MaxLength);
        Texts().Where(text => text.ClrType == typeof(Description)).ShouldAllBe(text => text.GetMaxLength() == 2 * Description.MaxLength);
        Texts().Where(text => text.ClrType == typeof(SourceType)).ShouldAllBe(text => text.GetMaxLength() == 2 * SourceType.MaxLength);
        Texts().Where(text => text.ClrType == typeof(Source)).ShouldAllBe(text => text.GetMaxLength() == Source.MaxTypeLength + 1 + 2 * Source.MaxIdLength);
    }

    [Fact]
    public void Numbers_GivenByTheDatabase_AreThoseOfMessagesAndRuns() =>
        Tables.Where(table => table.GetProperties().Any(property => SqlServerPropertyExtensions.GetValueGenerationStrategy(property) is SqlServerValueGenerationStrategy.IdentityColumn))
            .Select(table => table.ClrType).ShouldBe([typeof(Message), typeof(AgentRun)], ignoreOrder: true);

    private static IEnumerable<IProperty> Texts() => Tables.SelectMany(table => table.GetProperties()).Where(property => property.GetColumnType().StartsWith("nvarchar", StringComparison.Ordinal));

    private static IEnumerable<IForeignKey> Cascading(IEntityType table) => table.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull);

    /// <summary>The tables whose rows go with those of one, once for each way.</summary>
    private static IEnumerable<IEntityType> Reached(IEntityType table, int depth = 0) => depth > Tables.Count
        ? throw new InvalidOperationException($"Deletions from {table.Name} go round in a circle.")
        : Cascading(table).SelectMany(key => Reached(key.DeclaringEntityType, depth + 1).Prepend(key.DeclaringEntityType));

    private static bool IsSorted(IKey key) => key.IsClustered() ?? key.IsPrimaryKey();

    private static int Bytes(IEnumerable<IProperty> properties) => properties.Sum(property => property.GetColumnType() switch
    {
        "uniqueidentifier" => 16,
        "bigint" => 8,
        "int" => 4,
        "bit" => 1,
        _ => 2 * property.GetMaxLength() ?? throw new InvalidOperationException($"{property.Name} has no end, and cannot be part of a key."),
    });
}

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Tests that kill what nodes stand on: one after the other, with a broker and a database of their own, beside those that leave them in peace.</summary>
[CollectionDefinition(Name)]
public sealed class KilledNodes : ICollectionFixture<PostgresCluster>, ICollectionFixture<RabbitBroker>
{
    public const string Name = "killed nodes";
}

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Tests of several nodes take turns: they kill the broker and the database that they share, and each starts several processes.</summary>
[CollectionDefinition(Name)]
public sealed class SeveralNodes : ICollectionFixture<RabbitBroker>, ICollectionFixture<PostgresCluster>
{
    public const string Name = "Nodes";
}

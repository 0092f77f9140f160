namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Tests of several nodes take turns: some kill the broker that they share, and each starts several processes.</summary>
[CollectionDefinition(Name)]
public sealed class SeveralNodes : ICollectionFixture<RabbitBroker>, ICollectionFixture<PostgresCluster>
{
    public const string Name = "Nodes";
}

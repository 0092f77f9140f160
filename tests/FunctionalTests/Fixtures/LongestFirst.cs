using Eliza.FunctionalTests.Fixtures;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Begins with the tests that take turns, which would be the last ones to end else; the others are run beside them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName switch { KilledNodes.Name => 0, SeveralNodes.Name => 1, Browser.ChatBrowser.Name => 2, _ => 3 })];
}

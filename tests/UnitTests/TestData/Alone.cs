namespace Eliza.UnitTests.TestData;

/// <summary>For tests that measure the whole process: they run when all others have ended.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

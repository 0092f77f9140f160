namespace Eliza.UnitTests.TestData;

/// <summary>Keys that are well formed and always the same.</summary>
internal static class KeyTexts
{
    public const string Service = "eliza_service_abcDEF0123456789ghijKLMNopqrSTUVwxyzYZ01NoPUNx";
    public const string OtherService = "eliza_service_000000000000000000000000000000000000000066MLLe";
    public const string Agent = "eliza_agent_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0PpOoNnMmLlJFxC9e";
    public const string OtherAgent = "eliza_agent_7Hq2mXc9TfLw3BzR8uKd5NvY1jGe6PsA4oQi0MtCMIfdmz";

    public static readonly string[] All = [Service, OtherService, Agent, OtherAgent];
}

namespace Eliza.Application.Sessions;

/// <summary>What those who wait for sessions listen for.</summary>
public static class SessionTopic
{
    /// <summary>A session is over, or will be sooner than was known.</summary>
    public const string Due = "session due";
}

namespace Eliza.Application.Access;

/// <summary>What those listen for who hold connections that a credential has opened.</summary>
public static class CredentialTopic
{
    /// <summary>Some key is good no more.</summary>
    public const string Changed = "credentials";
}

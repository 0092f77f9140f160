namespace Eliza.Application.Common;

/// <summary>Who sent the present request.</summary>
public interface ICaller
{
    /// <summary>The name of the credential, for logs; null when the server itself is at work.</summary>
    string? Name { get; }
}

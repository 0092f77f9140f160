namespace Eliza.Application.Common;

/// <summary>Who sent the present request.</summary>
public interface ICaller
{
    /// <summary>The name of the credential, for logs; null when there is none: at work is the server itself, or whoever asks for a sign of life.</summary>
    string? Name { get; }
}

using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>Knows who sent the present request.</summary>
public interface ICaller
{
    /// <summary>The caller; null when there is no credential: at work is the server itself, or whoever asks for a sign of life.</summary>
    Caller? Current { get; }
}

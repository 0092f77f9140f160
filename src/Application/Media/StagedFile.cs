using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>A file that is stored for the time being, unchecked.</summary>
/// <param name="Id">What it is stored as.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal.</param>
/// <param name="Head">Its first bytes, as many as tell its type.</param>
public sealed record StagedFile(MediaId Id, long Size, string Hash, ReadOnlyMemory<byte> Head);

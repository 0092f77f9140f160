using System.Text.Json.Serialization;
using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>A file that came with the present request, checked, and stored for the time being.</summary>
/// <param name="Id">What it is stored as. It is no part of what the client sent: sent again, the same file has another.</param>
/// <param name="Name">A <see cref="MediaName"/>.</param>
/// <param name="ContentType">That of a <see cref="MediaType"/>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal.</param>
public sealed record UploadedFile([property: JsonIgnore] MediaId Id, string Name, string ContentType, long Size, string Hash);

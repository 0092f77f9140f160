namespace Eliza.Application.Media;

/// <summary>A file to be read.</summary>
/// <param name="Content">Its bytes; whoever reads them closes it.</param>
/// <param name="ContentType">What it was found to be when it was uploaded.</param>
/// <param name="Name">A name that is safe in a header and on a disk.</param>
/// <param name="IsDocument">Whether it is meant to be saved rather than shown or played.</param>
public sealed record MediaContent(Stream Content, string ContentType, string Name, bool IsDocument);

namespace Eliza.Application.Media;

/// <summary>
/// The program that reads documents in a process of its own: what a hostile document does to its reader, it does not do to the server. Its
/// standard output is the document's text, tidied, and its exit code 0; another one says that it could not be read.
/// </summary>
public interface IDocumentProgram
{
    /// <summary>The program and its arguments that read a file; null when it cannot be told where the program lies.</summary>
    /// <param name="path">A PDF or DOCX.</param>
    IReadOnlyList<string>? CommandFor(string path);
}

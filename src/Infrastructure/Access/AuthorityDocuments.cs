using Microsoft.IdentityModel.Protocols;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// Reads what the authority publishes. Wherever its documents point, they are held to the rule of its own address: what
/// travels in the open could be anybody's.
/// </summary>
internal sealed class AuthorityDocuments(HttpClient http) : IDocumentRetriever
{
    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!JwtOptions.IsSafe(address)) throw new InvalidDataException($"The authority publishes its keys at an address that is not safe: {address}");

        // Which addresses are safe is decided above; the retriever's own rule knows no exception for this machine.
        return new HttpDocumentRetriever(http) { RequireHttps = false }.GetDocumentAsync(address, cancel);
    }
}

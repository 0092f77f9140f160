namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>Limits how many bytes of any one answer are read: a single endless line would otherwise fill the memory.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner, long limit) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var whole = response.Content;
        var bounded = new StreamContent(new BoundedStream(await whole.ReadAsStreamAsync(cancellationToken), limit));
        foreach (var header in whole.Headers) bounded.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = bounded;
        return response;
    }
}

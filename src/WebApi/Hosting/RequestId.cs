using System.Buffers;

namespace Eliza.WebApi.Hosting;

/// <summary>Gives every request an id, the client's own if it sends a decent one, and returns it with every answer: <c>X-Request-Id</c>.</summary>
internal sealed class RequestId(RequestDelegate next, TimeProvider time)
{
    private const string Header = "X-Request-Id";
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public Task InvokeAsync(HttpContext context)
    {
        var sent = context.Request.Headers[Header].ToString();
        var decent = sent.Length is > 0 and <= MaxLength && !sent.AsSpan().ContainsAnyExcept(Allowed);
        context.TraceIdentifier = decent ? sent : Guid.CreateVersion7(time.GetUtcNow()).ToString();

        // At the start of the answer, because an error page begins by clearing all headers.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    }
}

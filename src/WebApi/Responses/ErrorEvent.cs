using System.Net.ServerSentEvents;

namespace Eliza.WebApi.Responses;

/// <summary>The last event of a stream that ends without what it was asked for.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Error">A short sentence for people; the reference has no other field.</param>
internal sealed record ErrorEvent(string Code, string Error)
{
    public SseItem<object> ToItem() => new(this, "error");
}

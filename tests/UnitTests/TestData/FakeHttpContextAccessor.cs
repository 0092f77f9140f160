using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.TestData;

/// <summary>The real one's contexts flow from one instance to another.</summary>
internal sealed class FakeHttpContextAccessor : IHttpContextAccessor
{
    public HttpContext? HttpContext { get; set; }

    /// <summary>A request with such a header.</summary>
    public static FakeHttpContextAccessor With(string header, string value)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[header] = value;
        return new FakeHttpContextAccessor { HttpContext = context };
    }
}

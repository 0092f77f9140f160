using Eliza.WebApi.Hosting;
using Eliza.WebApi.Realtime.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Realtime.Gateway;

public sealed class OriginRuleTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "http://eliza.example:3000", true)]
    [InlineData("", "https://eliza.example:3000", true)]
    [InlineData("", "https://ELIZA.example:3000", true)]
    [InlineData("", "http://eliza.example", false)]
    [InlineData("", "http://eliza.example:3001", false)]
    [InlineData("", "http://evil.example:3000", false)]
    [InlineData("", "http://eliza.example:3000.evil.example", false)]
    [InlineData("", "http://eliza.example:3000@evil.example", false)]
    [InlineData("", "null", false)]
    [InlineData("", "eliza.example:3000", false)]
    [InlineData("https://app.example.com", "https://app.example.com", true)]
    [InlineData("https://app.example.com:443", "https://APP.example.com", true)]
    [InlineData("https://app.example.com", "http://app.example.com", false)]
    [InlineData("https://app.example.com", "https://app.example.com.evil.example", false)]
    [InlineData("*", "https://evil.example", true)]
    [InlineData("*", "null", true)]
    public void Allows_OwnPagesAndThoseOfAllowedSites(string allowed, string origin, bool isAllowed)
    {
        var options = new CrossOriginOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Cors:AllowedOrigins", (string?)allowed)]).Build());
        var context = new DefaultHttpContext { Request = { Host = new HostString("eliza.example", 3000) } };
        if (origin.Length > 0) context.Request.Headers.Origin = origin;

        new OriginRule(Options.Create(options)).Allows(context).ShouldBe(isAllowed);
    }
}

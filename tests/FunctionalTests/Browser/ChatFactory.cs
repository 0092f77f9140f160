using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Browser;

/// <summary>A server with sessions that last seconds.</summary>
internal sealed class ChatFactory : ApiFactory
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sessions:MinTimeoutMinutes", "0.01");
    }
}

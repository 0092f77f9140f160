using Eliza.FunctionalTests.Agents;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>
/// A server with a language model whose senders wait for as long as they may: six attempts take half a minute by the clock that
/// the test moves.
/// </summary>
public sealed class PatientFactory : AgentsFactory
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sessions:ReplyTimeoutSeconds", "120");
    }
}

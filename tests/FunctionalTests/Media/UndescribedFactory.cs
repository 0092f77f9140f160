using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Media;

/// <summary>A server that is told to look at no file.</summary>
public sealed class UndescribedFactory : ApiFactory
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Media:DescribeFiles", "false");
    }
}

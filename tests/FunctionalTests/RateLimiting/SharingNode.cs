using Eliza.Application.Access;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.RateLimiting;

/// <summary>One of several servers over one database that share their limits; on a clock that stands still, so each tells only when its test wants it.</summary>
internal sealed class SharingNode(TemporaryFolder folder, ManualTimeProvider time) : ApiFactory(folder)
{
    public const int User = 6;

    public IBucketTable Table => Services.GetRequiredService<IBucketTable>();

    public Api As(string credential) => new(CreateAuthorizedClient(credential));

    public Task<bool> TellAsync() => Services.GetRequiredService<BucketExchange>().TellAsync(TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("RateLimiting:Shared", "true");
        builder.UseSetting("RateLimiting:UserPerMinute", $"{User}");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time).AddScoped<ICredentials>(_ => new NamedCallers()));
    }
}

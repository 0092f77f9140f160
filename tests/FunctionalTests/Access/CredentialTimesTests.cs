using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Access;

/// <summary>Until when credentials are taken, by the server's clock.</summary>
public sealed class CredentialTimesTests
{
    [Fact]
    public async Task Key_ThatExpires_IsTakenUntilThen()
    {
        await using var factory = new Factory();
        var key = factory.WithCredential(await factory.Api.CreateKeyAsync(new { name = "brief", kind = "service", expiresInSeconds = 60 }));

        factory.Time.Advance(TimeSpan.FromSeconds(59));
        (await key.GetAsync("/api/agents")).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromSeconds(1));
        (await key.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Key_RotatedWithGrace_IsTakenUntilItEnds()
    {
        await using var factory = new Factory();
        var created = (await factory.Api.PostAsync("/api/auth/keys", new { name = "turning", kind = "service" })).ShouldBe(201).Data;
        var old = factory.WithCredential(created.GetProperty("key").GetString()!);
        var rotate = $"/api/auth/keys/{created.GetProperty("id").GetString()}/rotate";
        var second = factory.WithCredential((await factory.Api.PostAsync(rotate, new { gracePeriodSeconds = 60 })).ShouldBe(200).Data.GetProperty("key").GetString()!);

        factory.Time.Advance(TimeSpan.FromSeconds(59));
        (await old.GetAsync("/api/agents")).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromSeconds(1));
        (await old.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await second.GetAsync("/api/agents")).ShouldBe(200);
    }

    [Fact]
    public async Task Token_OfAPerson_IsTakenUntilItsEndAndAMinuteMore()
    {
        await using var factory = new Factory();
        var ada = await factory.UserAsync("ada");

        factory.Time.Advance(TimeSpan.FromSeconds(3600 + 60));
        (await ada.GetAsync("/api/agents")).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromSeconds(1));
        (await ada.GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    private sealed class Factory : ApiFactory
    {
        internal ManualTimeProvider Time => (ManualTimeProvider)Services.GetRequiredService<TimeProvider>();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new ManualTimeProvider()));
        }
    }
}

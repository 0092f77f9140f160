using System.Net;
using Eliza.Infrastructure.Agents.Webhooks;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents.Webhooks;

/// <summary>Whom a webhook's call may reach; the names are looked up by the test.</summary>
public sealed class CheckedConnectionTests : IAsyncLifetime
{
    private readonly List<string> _lookedUp = [];
    private StandIn _server = null!;

    public async ValueTask InitializeAsync() => _server = await StandIn.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    public async Task Call_OfAnAddressOfOurOwn_IsRefusedHoweverItIsSpelled(string host)
    {
        (await Should.ThrowAsync<HttpRequestException>(CallAsync(host))).InnerException.ShouldBeOfType<RefusedAddressException>();

        _server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1", "10.0.0.1", "169.254.169.254")]
    public async Task Call_OfANameThatLeadsInside_IsRefused(params string[] addresses)
    {
        (await Should.ThrowAsync<HttpRequestException>(CallAsync("hook.example", addresses))).InnerException.ShouldBeOfType<RefusedAddressException>();

        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_OfAName_LooksItUpOnceAndConnectsToWhatWasChecked()
    {
        // The second look would lead nowhere: only the address that was checked is ever called.
        using var caller = Caller([["127.0.0.1"], ["192.0.2.1"]], isAllowed: address => address.Equals(IPAddress.Loopback));

        using var response = await CallAsync(caller, "hook.example");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _lookedUp.ShouldBe(["hook.example"]);
        _server.Requests.ShouldHaveSingleItem().Headers["Host"].ShouldBe($"hook.example:{_server.Address.Port}");
    }

    [Fact]
    public async Task Call_OfANameWithSeveralAddresses_LeavesOutTheForbiddenAndTriesTheOthers()
    {
        var tried = new List<IPAddress>();
        using var caller = Caller([["10.0.0.1", "127.0.0.9", "127.0.0.1"]], address =>
        {
            tried.Add(address);
            return !address.Equals(IPAddress.Parse("10.0.0.1"));
        });

        using var response = await CallAsync(caller, "hook.example");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        tried.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Call_OfANameThatNobodyHas_FailsAndIsNotRefused() =>
        (await Should.ThrowAsync<HttpRequestException>(CallAsync("hook.example"))).InnerException.ShouldNotBeOfType<RefusedAddressException>();

    [Fact]
    public async Task Call_WhenTheOperatorAllowsIt_ReachesTheirOwnNetwork()
    {
        using var caller = new WebhookCaller(Microsoft.Extensions.Options.Options.Create(new Infrastructure.Agents.AgentsOptions { AllowPrivateAddresses = true }));

        using var response = await CallAsync(caller, "127.0.0.1");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Call_UnlessTheOperatorAllowsIt_DoesNot()
    {
        using var caller = new WebhookCaller(Microsoft.Extensions.Options.Options.Create(new Infrastructure.Agents.AgentsOptions()));

        foreach (var host in new[] { "127.0.0.1", "localhost" })
            (await Should.ThrowAsync<HttpRequestException>(CallAsync(caller, host))).InnerException.ShouldBeOfType<RefusedAddressException>();
    }

    private async Task CallAsync(string host, params string[] addresses)
    {
        using var caller = Caller([addresses], PublicAddress.Is);
        using var response = await CallAsync(caller, host);
    }

    private async Task<HttpResponseMessage> CallAsync(WebhookCaller caller, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{host}:{_server.Address.Port}/hook");
        return await caller.CallAsync(request, TestContext.Current.CancellationToken);
    }

    private WebhookCaller Caller(string[][] looks, Func<IPAddress, bool> isAllowed)
    {
        var answers = new Queue<string[]>(looks);
        return new WebhookCaller(new CheckedConnection(
            (name, _) =>
            {
                _lookedUp.Add(name);
                return Task.FromResult(answers.Dequeue().Select(IPAddress.Parse).ToArray());
            },
            isAllowed));
    }
}

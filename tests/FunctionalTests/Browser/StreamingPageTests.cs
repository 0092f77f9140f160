using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class StreamingPageTests(ChatBrowser browser, AgentsFactory agents) : IClassFixture<AgentsFactory>
{
    [Fact]
    public async Task Answer_ThatIsBeingWritten_GrowsAndBecomesTheMessage()
    {
        var channel = await agents.ChannelWithAsync("writer", "llm", new { });
        using var half = new SemaphoreSlim(0);
        using var whole = new SemaphoreSlim(0);
        agents.Model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await half.WaitAsync(context.RequestAborted);
            await TestModel.SayAsync(context, "Twenty-three ");
            await whole.WaitAsync(context.RequestAborted);
            await TestModel.SayAsync(context, "horses");
            await TestModel.EndAsync(context);
        };
        await using var tab = await browser.OpenAsync(agents.Anonymous.Client.BaseAddress!);
        await tab.GoAsync($"#key={ApiFactory.Key}");
        await tab.NameAsync("Ada");
        await tab.OpenAsync("channels", channel);

        await tab.SayAsync("How many horses?");
        await Expect(tab.Page.Locator("#thinking")).ToHaveTextAsync("Parry is thinking");
        half.Release();
        await Expect(tab.Page.Locator(".message.writing .bubble")).ToHaveTextAsync("Twenty-three ");
        await Expect(tab.Page.Locator("#thinking")).ToBeEmptyAsync();
        var bubble = await tab.Page.Locator(".message.writing").GetAttributeAsync("data-key");
        whole.Release();

        await tab.ShouldShowAsync("Twenty-three horses");
        await Expect(tab.Page.Locator(".message.writing")).ToHaveCountAsync(0);
        await Expect(tab.Messages).ToHaveCountAsync(2);
        await Expect(tab.Said("Twenty-three horses")).ToHaveAttributeAsync("data-key", bubble!);
    }
}

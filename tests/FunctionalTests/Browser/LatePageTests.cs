using System.Net.Http.Json;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Pages;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

/// <summary>The history is read while the stream goes on telling: what the page of the browser shows is both.</summary>
[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class LatePageTests(ChatBrowser browser, AgentsFactory agents) : IClassFixture<AgentsFactory>
{
    private readonly Api _api = browser.Server.Api;

    [Fact]
    public async Task Answer_ThatComesBeforeThePageDoes_StaysAlthoughItsIdIsOlder()
    {
        var channel = await agents.ChannelWithAsync("late", "llm", new { });
        var asked = new TaskCompletionSource();
        using var mayAnswer = new SemaphoreSlim(0);
        agents.Model.Answer = async context =>
        {
            asked.TrySetResult();
            await mayAnswer.WaitAsync(context.RequestAborted);
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Twenty-three");
            await TestModel.EndAsync(context);
        };
        await agents.Api.SubmitAsync(channel, "How many horses?");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        agents.Time.Advance(TimeSpan.FromSeconds(1));
        await agents.Api.SubmitAsync(channel, "I wonder, too");
        await using var tab = await browser.OpenAsync(agents.Anonymous.Client.BaseAddress!);
        await tab.GoAsync($"#key={ApiFactory.Key}");
        await tab.NameAsync("Ada");
        var page = await HeldPage.OfAsync(tab);
        await tab.OpenAsync("channels", channel);
        await page.IsRead;

        mayAnswer.Release();
        await Expect(tab.Page.Locator("#messages .message:not(.writing)", new() { HasText = "Twenty-three" })).ToHaveCountAsync(1);
        page.Release();

        await Expect(tab.Messages.Locator(".bubble")).ToHaveTextAsync(["How many horses?", "I wonder, too", "Twenty-three"]);
    }

    [Fact]
    public async Task Page_ThatComesLate_UndoesNoEditAndNoDeletion()
    {
        var channel = await _api.CreateChannelAsync("late-page");
        var edited = await _api.SubmitAsync(channel, "I was happy");
        var deleted = await _api.SubmitAsync(channel, "Forget this");
        await using var tab = await browser.OpenAsAsync("late-ada", "Ada");
        var page = await HeldPage.OfAsync(tab);
        await tab.OpenAsync("channels", channel);
        await page.IsRead;

        (await _api.SendAsync(HttpMethod.Patch, $"/api/messaging/messages/{edited}", JsonContent.Create(new { content = "I am happy" }))).ShouldBe(200);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{deleted}")).ShouldBe(200);
        await _api.SubmitAsync(channel, "Now go on");
        await tab.ShouldShowAsync("Now go on");
        page.Release();

        await Expect(tab.Messages.Locator(".bubble")).ToHaveTextAsync(["I am happy", "Now go on"]);
    }

    [Fact]
    public async Task EarlierPage_WhenANewerOneTookThePlaceOfWhatItJoinedOn_LeavesNoHole()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync();

        var shown = await tab.Page.EvaluateAsync<string>(
            """
            async folder => {
              const [{ History }, { Messages }] = await Promise.all(['history', 'messages'].map(name => import(`${folder}/${name}.js`)));
              const asked = [];
              const api = { get: path => new Promise(resolve => asked.push({ path, give: messages => resolve({ data: { messages } }) })) };
              const lines = (first, count) => Array.from({ length: count }, (_, index) => ({ id: `${first + index}`, text: '', editedAt: null }));
              const settle = () => new Promise(resolve => setTimeout(resolve));
              const messages = new Messages(() => {});
              const history = new History(api, messages);
              history.loadNewest();
              asked[0].give(lines(121, 50));
              await settle();
              history.loadEarlier();
              history.loadNewest();
              asked[2].give(lines(171, 50));
              await settle();
              asked[1].give(lines(71, 50));
              await settle();
              asked[3]?.give(lines(121, 50));
              await settle();
              return [messages.all.map(each => each.id).join() === lines(121, 100).map(each => each.id).join(), asked.at(-1).path.replace(/.*&/, '')].join(' ');
            }
            """,
            $"/assets/{PageFiles.Read().Version}");

        shown.ShouldBe("true before=171");
    }
}

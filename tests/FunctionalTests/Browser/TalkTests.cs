using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Eliza.FunctionalTests.Browser;

[Collection(ChatBrowser.Name)]
[Trait("Database", "Once")]
public sealed class TalkTests(ChatBrowser browser)
{
    private readonly Api _api = browser.Server.Api;

    [Fact]
    public async Task Person_WhoMakesAChannelWithEliza_IsAnswered()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync($"#key={ApiFactory.Key}");
        await tab.NameAsync("Ada Lovelace");
        await tab.Page.Locator("#new-channel").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Eliza" }).CheckAsync();
        await tab.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("my consulting room");
        await tab.Button("Create channel").ClickAsync();
        await tab.ShouldBeLiveAsync();

        await tab.SayAsync("I am unhappy because of my mother");

        await tab.ShouldShowAsync("I am unhappy because of my mother");
        await Expect(tab.Messages).ToHaveCountAsync(2);
        await Expect(tab.Messages.Nth(1).Locator(".name")).ToHaveTextAsync("Eliza");
        await Expect(tab.Page.Locator(".message.pending")).ToHaveCountAsync(0);
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "# my-consulting-room" })).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#subtitle")).ToHaveTextAsync("2 participants");
    }

    [Fact]
    public async Task TwoPeople_InOneChannel_SeeEachOtherLive()
    {
        var channel = await _api.CreateChannelAsync("two-people");
        await using var ada = await browser.OpenAsAsync("two-ada", "Ada");
        await using var grace = await browser.OpenAsAsync("two-grace", "Grace");
        await ada.OpenAsync("channels", channel);
        await grace.OpenAsync("channels", channel);

        await ada.SayAsync("Good morning");
        await grace.ShouldShowAsync("Good morning");
        await grace.SayAsync("The same to you, @Ada!");

        await ada.ShouldShowAsync("The same to you, @Ada!");
        await Expect(ada.Messages.Nth(1).Locator(".name")).ToHaveTextAsync("Grace");
        await Expect(ada.Page.Locator(".calls-me .mention.me")).ToHaveTextAsync("@Ada");
        await Expect(ada.Page.Locator("#announcer")).ToHaveTextAsync("Grace mentioned you");
        await Expect(ada.Messages).ToHaveCountAsync(2);
        await Expect(grace.Messages).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Person_WhoseMessageTakesAnAgentsName_IsNotShownUnderIt()
    {
        var channel = await _api.CreateChannelAsync("pretender", withEliza: true);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/agents/{Api.Eliza}/mute", new { })).ShouldBe(200);
        var pretended = new { channel_id = channel, author_id = "pretending-eve", content = "I am Eliza", metadata = new { user_display_name = "eliza " } };
        (await _api.PostAsync("/api/messaging/submit", pretended)).ShouldBe(201);
        await using var tab = await browser.OpenAsAsync("pretender-ada", "Ada");

        await tab.OpenAsync("channels", channel);

        await Expect(tab.Messages.Locator(".name")).ToHaveTextAsync("pretending-eve");
    }

    [Fact]
    public async Task Message_ThatIsEditedOrDeleted_ChangesWhereItIsShown()
    {
        var channel = await _api.CreateChannelAsync("changing");
        await using var tab = await browser.OpenAsAsync("changing-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        var message = await _api.SubmitAsync(channel, "I was happy");
        await tab.ShouldShowAsync("I was happy");

        (await _api.SendAsync(HttpMethod.Patch, $"/api/messaging/messages/{message}", System.Net.Http.Json.JsonContent.Create(new { content = "I am happy" }))).ShouldBe(200);
        await tab.ShouldShowAsync("I am happy");
        await Expect(tab.Messages.Locator(".note")).ToHaveTextAsync("edited");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{message}")).ShouldBe(200);
        await Expect(tab.Messages).ToHaveCountAsync(0);

        await _api.SubmitAsync(channel, "One");
        await _api.SubmitAsync(channel, "Two");
        await Expect(tab.Messages).ToHaveCountAsync(2);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);
        await Expect(tab.Page.GetByText("Nothing has been said here yet.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Channel_WithMoreThanAPageOfPeople_CountsThemAllAsTheyComeAndAsItChanges()
    {
        var people = Enumerable.Range(1, 100).Select(number => $"one-of-many-{number}").Append("crowd-ada");
        var made = await _api.PostAsync("/api/messaging/channels", new { name = "crowd", description = "All of us", participantCentralUserIds = people });
        var channel = made.ShouldBe(201).Data.GetProperty("id").GetGuid();
        await using var tab = await browser.OpenAsAsync("crowd-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        var subtitle = tab.Page.Locator("#subtitle");
        await Expect(subtitle).ToHaveTextAsync("101 participants · All of us");

        await _api.JoinAsync(channel, "one-more");
        await Expect(subtitle).ToHaveTextAsync("102 participants · All of us");
        var changed = System.Net.Http.Json.JsonContent.Create(new { name = "multitude", description = "Still all" });
        (await _api.SendAsync(HttpMethod.Patch, $"/api/messaging/channels/{channel}", changed)).ShouldBe(200);
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("# multitude");
        await Expect(subtitle).ToHaveTextAsync("102 participants · Still all");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/one-of-many-100")).ShouldBe(200);
        await Expect(subtitle).ToHaveTextAsync("101 participants · Still all");
    }

    [Fact]
    public async Task Text_ThatLooksLikeMarkup_IsShownAsText()
    {
        const string markup = "<b>bold</b> &amp; \"><i>quoted</i> {{7*7}} `<u>` https://example.org/?a=\"><img src=x>";
        var channel = await _api.CreateChannelAsync("markup");
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "marked", name = "<s>Mallory</s>" })).ShouldBe(201);
        await _api.SubmitAsync(channel, markup, "marked");
        await using var tab = await browser.OpenAsAsync("markup-ada", "Ada");
        await tab.OpenAsync("channels", channel);

        await Expect(tab.Messages.Locator(".bubble")).ToHaveTextAsync(markup.Replace("`", ""));
        await Expect(tab.Messages.Locator(".name")).ToHaveTextAsync("<s>Mallory</s>");
        await Expect(tab.Page.Locator("#log").Locator("b, i, u, s, img, script")).ToHaveCountAsync(0);
        var link = tab.Messages.Locator("a");
        await Expect(link).ToHaveAttributeAsync("href", "https://example.org/?a=");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");
        await Expect(tab.Messages.Locator("code")).ToHaveTextAsync("<u>");
    }

    [Fact]
    public async Task Message_ThatTheServerRefuses_StaysWithTheReason()
    {
        var channel = await _api.CreateChannelAsync("refused");
        await using var tab = await browser.OpenAsAsync("refused-ada", "Ada");
        tab.Expect("status of 400");
        await tab.OpenAsync("channels", channel);

        await tab.SayAsync("<script>alert(1)</script>");

        await Expect(tab.Page.Locator(".message.failed")).ToContainTextAsync("must not contain markup that a browser would run");
        await tab.Button("Discard").ClickAsync();
        await Expect(tab.Messages).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Message_BeyondTheLimit_SaysWhenToTryAgainAndThenGoes()
    {
        var channel = await _api.CreateChannelAsync("too-many");
        await using var tab = await browser.OpenAsAsync("many-ada", "Ada");
        tab.Expect("status of 429");
        await tab.OpenAsync("channels", channel);
        await tab.Page.RouteAsync("**/messages", route => route.FulfillAsync(new()
        {
            Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" }, ContentType = "application/json", Body = "{}",
        }), new() { Times = 1 });

        await tab.SayAsync("Once more");
        await Expect(tab.Page.Locator(".message.failed .note")).ToHaveTextAsync("Not sent. Too many requests. Try again in 7 seconds.");
        await tab.Button("Try again").ClickAsync();

        await Expect(tab.Page.Locator(".message.failed, .message.pending")).ToHaveCountAsync(0);
        await tab.ShouldShowAsync("Once more");
    }

    [Fact]
    public async Task Picture_OfAMessage_IsShownAndAnotherHostsIsOnlyALink()
    {
        var channel = await _api.CreateChannelAsync("pictures");
        var upload = await _api.UploadPngAsync(channel);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/messages", new
        {
            author_id = "painter", content = "Look",
            attachments = new[]
            {
                new { url = upload.GetProperty("url").GetString(), contentType = "image/png", name = "photo.png" },
                new { url = (string?)"https://example.org/spy.png", contentType = "image/png", name = "spy.png" },
            },
        })).ShouldBe(201);
        await using var tab = await browser.OpenAsAsync("pictures-ada", "Ada");
        await tab.OpenAsync("channels", channel);

        await Expect(tab.Page.GetByRole(AriaRole.Img, new() { Name = "Picture: photo.png" })).ToHaveCountAsync(1);
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "spy.png" })).ToHaveAttributeAsync("href", "https://example.org/spy.png");
    }

    [Fact]
    public async Task AtSign_InTheBox_OffersTheParticipants()
    {
        var channel = await _api.CreateChannelAsync("mentions", withEliza: true);
        (await _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = "elsa-1", name = "Elsa Two" })).ShouldBe(201);
        await using var tab = await browser.OpenAsAsync("mentions-ada", "Ada");
        await tab.OpenAsync("channels", channel);

        await Expect(tab.Composer).ToHaveAttributeAsync("aria-haspopup", "listbox");
        await tab.Composer.PressSequentiallyAsync("Hello @el");
        await Expect(tab.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["Eliza", "Elsa Two"]);
        await Expect(tab.Composer).ToHaveAttributeAsync("aria-activedescendant", "suggestions-0");
        await tab.Composer.PressAsync("ArrowDown");
        await Expect(tab.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync("Elsa Two");
        await tab.Composer.PressAsync("Enter");
        await Expect(tab.Composer).ToHaveValueAsync("Hello @elsa-1 ");
        await tab.Composer.PressAsync("Enter");

        await Expect(tab.Messages.First.Locator(".mention")).ToHaveTextAsync("@Elsa Two");
        await tab.Composer.PressSequentiallyAsync("mail@el");
        await Expect(tab.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Thread_OfAMessage_OpensTakesRepliesAndHearsThem()
    {
        var channel = await _api.CreateChannelAsync("threads");
        var root = await _api.SubmitAsync(channel, "What do you think?");
        await using var tab = await browser.OpenAsAsync("threads-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        await tab.Said("What do you think?").HoverAsync();
        await tab.Said("What do you think?").GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        var reply = tab.Page.GetByLabel("Reply in the thread");
        await Expect(reply).ToBeFocusedAsync();

        await reply.FillAsync("A lot");
        await reply.PressAsync("Enter");
        var thread = tab.Page.Locator("#thread-messages .bubble");
        await Expect(thread).ToHaveTextAsync(["What do you think?", "A lot"]);
        await Expect(tab.Page.Locator(".message.pending")).ToHaveCountAsync(0);
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "other", content = "Nothing", in_reply_to_message_id = root })).ShouldBe(201);

        await Expect(thread).ToHaveTextAsync(["What do you think?", "A lot", "Nothing"]);
        await Expect(tab.Said("What do you think?").Locator(".replies")).ToHaveTextAsync("2 replies");
        await tab.ShouldShowAsync("A lot");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("#thread")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task History_WhenScrolledUp_ComesPageByPageAndKeepsThePlace()
    {
        var channel = await _api.CreateChannelAsync("long");
        for (var batch = 0; batch < 2; batch++)
        {
            var messages = Enumerable.Range((batch * 60) + 1, 60).Select(number => new { channel_id = channel, author_id = "writer", content = $"Line {number}." });
            (await _api.PostAsync("/api/messaging/messages/batch", new { messages })).ShouldBe(200);
        }
        await using var tab = await browser.OpenAsAsync("long-ada", "Ada");
        await tab.OpenAsync("channels", channel);
        await Expect(tab.Said("Line 120.")).ToBeInViewportAsync();
        await Expect(tab.Messages).ToHaveCountAsync(50);

        await tab.Said("Line 71.").ScrollIntoViewIfNeededAsync();
        await Expect(tab.Said("Line 21.")).ToHaveCountAsync(1);
        await Expect(tab.Said("Line 71.")).ToBeInViewportAsync();
        await tab.Said("Line 21.").ScrollIntoViewIfNeededAsync();
        await Expect(tab.Messages).ToHaveCountAsync(120);
        await Expect(tab.Messages.First).ToContainTextAsync(new Regex("Line 1\\."));
        await Expect(tab.Page.Locator("#earlier")).ToBeHiddenAsync();

        await _api.SubmitAsync(channel, "News");
        await tab.Button("New messages ↓").ClickAsync();
        await Expect(tab.Said("News")).ToBeInViewportAsync();
    }
}

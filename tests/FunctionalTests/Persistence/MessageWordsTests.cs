using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Messages;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>By which words messages are found, on whichever database.</summary>
public sealed class MessageWordsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly SearchCriteria All = new(null, null, null, null, null, null, 50, 0);

    [Fact]
    public void Search_ForAnyText_NeverFails()
    {
        var soup = Gen.Elements("\"", "'", "*", "^", ":", "(", ")", "-", "+", "{", "}", ",", "NEAR", "AND", "OR", "NOT", "a", "Content", " ", "é", "e\u0301", "\u0301", "猫", "𝒳", "\uE000", "½", "ǅ", "🙂", "\t", ";", "--", "%", "_", "\\", "1")
            .ListOf().Select(parts => string.Concat(parts)).Where(text => SearchText.Create(text).IsSuccess).ToArbitrary();
        Prop.ForAll(soup, text => FindAsync(text).GetAwaiter().GetResult() is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Prop.ForAll<NonNull<string>>(text => SearchText.Create(text.Get).IsSuccess ? FindAsync(text.Get).GetAwaiter().GetResult() is not null : true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Words_OfMessages_AreFoundAsLongAsTheMessagesAreThere()
    {
        var api = factory.Api;
        string[] texts = ["Straße nach Köln", "naïve façade", "a-b_c d.e", "100 000 €", "данные наши", "𝒳𝒴 letters", "x² + ½", "don't", "हिन्दी भाषा", "e\u0301clair"];
        var channel = await api.CreateChannelAsync("words");
        foreach (var text in texts) await api.SubmitAsync(channel, text);

        foreach (var text in texts) (await FindAsync(text)).Items.ShouldContain(found => found.Message.Content.Value == text, text);
        await factory.QueryAsync(db => db.Channels.Where(row => row.Id == new ChannelId(channel)).ExecuteDeleteAsync());
        foreach (var text in texts) (await FindAsync(text)).Total.ShouldBe(0, text);
    }

    private Task<FoundMessages> FindAsync(string text) => factory.QueryAsync(db =>
        new MessageSearch(db, factory.Services.GetRequiredService<ISearchDialect>()).FindAsync(All with { Words = SearchText.Create(text).Value, Reader = ActorId.From("ada") }, TestContext.Current.CancellationToken));
}

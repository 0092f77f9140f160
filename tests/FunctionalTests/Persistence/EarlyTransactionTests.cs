using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>A statement that changes many rows at once belongs to its unit of work as all else does.</summary>
public sealed class EarlyTransactionTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    [Fact]
    public async Task Statement_WhenTheUnitIsCommitted_IsSaved()
    {
        var channel = await factory.Api.CreateChannelAsync("early-committed");
        await using var unit = await RenameAsync(channel, "renamed");

        (await unit.Work.CommitAsync(Token)).Outcome.ShouldBe(CommitOutcome.Saved);

        (await TopicAsync(channel)).ShouldBe("renamed");
        await factory.Api.CreateChannelAsync("after-the-commit");
    }

    [Fact]
    public async Task Statement_WhenTheUnitIsDiscarded_IsUndoneAndOthersWriteOn()
    {
        var channel = await factory.Api.CreateChannelAsync("early-discarded");
        await using var unit = await RenameAsync(channel, "renamed");

        unit.Work.Discard();

        (await TopicAsync(channel)).ShouldBeNull();
        await factory.Api.CreateChannelAsync("after-the-discard");
    }

    [Fact]
    public async Task Statement_WhenTheScopeEnds_IsUndoneAndOthersWriteOn()
    {
        var channel = await factory.Api.CreateChannelAsync("early-forgotten");
        await using (await RenameAsync(channel, "renamed"))
        {
        }

        (await TopicAsync(channel)).ShouldBeNull();
        await factory.Api.CreateChannelAsync("after-the-scope");
    }

    [Fact]
    public async Task Statement_WhenTheUnitIsRefused_IsUndoneWithIt()
    {
        var channel = await factory.Api.CreateChannelAsync("early-refused");
        await using var unit = await RenameAsync(channel, "renamed");
        unit.Db.Add(Channel.Create(ServerId.Default, ChannelType.Text, "early-refused", null, Metadata.Empty, isPrivate: false, DateTimeOffset.UtcNow).Value);

        (await unit.Work.CommitAsync(Token)).Error.ShouldBe(ChannelErrors.NameTaken);

        (await TopicAsync(channel)).ShouldBeNull();
        await factory.Api.CreateChannelAsync("after-the-refusal");
    }

    [Fact]
    public async Task Turn_WhileTheTransactionIsOpen_KeepsOtherWritersWaiting()
    {
        var channel = await factory.Api.CreateChannelAsync("early-turn");
        var unit = await RenameAsync(channel, "renamed");
        var other = factory.Api.SubmitAsync(channel, "I wait");

        other.IsCompleted.ShouldBeFalse();
        await unit.Work.CommitAsync(Token);
        await other;
        await unit.DisposeAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Unit> RenameAsync(Guid channel, string description)
    {
        var unit = new Unit(factory.Services.CreateAsyncScope());
        await unit.Transaction.OpenAsync(Token);
        (await unit.Db.Channels.Where(row => row.Id == new ChannelId(channel)).ExecuteUpdateAsync(
            row => row.SetProperty(c => c.Description, Description.Create(description).Value), Token)).ShouldBe(1);
        return unit;
    }

    private Task<string?> TopicAsync(Guid channel) =>
        factory.QueryAsync(async db => (await db.Channels.AsNoTracking().SingleAsync(row => row.Id == new ChannelId(channel), Token)).Description?.Value);

    private sealed class Unit(AsyncServiceScope scope) : IAsyncDisposable
    {
        public ElizaDbContext Db => scope.ServiceProvider.GetRequiredService<ElizaDbContext>();

        public WriteTransaction Transaction => scope.ServiceProvider.GetRequiredService<WriteTransaction>();

        public IUnitOfWork Work => scope.ServiceProvider.GetRequiredService<IUnitOfWork>();

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}

using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.Infrastructure.Sessions;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How the database finds sessions: each question is one range of one index, in its order.</summary>
[Trait("Database", "Sqlite")]
public sealed class SessionPlanTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Open = "SEARCH s USING INDEX IX_Sessions_ExpiresAt_Open (ExpiresAt";

    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public Task ASession_IsFoundByItsKey()
    {
        var id = new SessionId(Guid.CreateVersion7());
        return ShouldUseAsync(db => db.Sessions.Where(session => session.Id == id), "SEARCH s USING INDEX sqlite_autoindex_Sessions_1 (Id=?)");
    }

    [Fact]
    public Task WhatIsOver_IsARange() => ShouldUseAsync(db => SessionRepository.ToExpire(db, Now).Take(200), Open + "<?)");

    [Fact]
    public Task WhatIsToBeWarned_IsARange() => ShouldUseAsync(
        db => SessionRepository.ToWarn(db, Now).Take(200), "SEARCH s USING INDEX IX_Sessions_WarnedAt_WarnAt_ExpiresAt (WarnedAt=? AND WarnAt<?)");

    [Fact]
    public Task WhatIsToBeForgotten_IsARange() => ShouldUseAsync(
        db => SessionRepository.EndedBefore(db, Now).Take(200).Select(session => session.Id), "SEARCH s USING INDEX IX_Sessions_ExpiresAt_Ended (ExpiresAt<?)");

    [Fact]
    public Task NextWarning_IsTheFirstOfARange() => ShouldUseAsync(
        db => SessionRepository.NextWarning(db).Take(1), "SEARCH s USING INDEX IX_Sessions_WarnedAt_WarnAt_ExpiresAt (WarnedAt=?)");

    [Fact]
    public Task NextEnd_IsTheFirstOfTheIndex() => ShouldUseAsync(db => SessionRepository.NextEnd(db).Take(1), "SCAN s USING INDEX IX_Sessions_ExpiresAt_Open");

    [Fact]
    public Task WhatLasts_IsARangeBackwards() => ShouldUseAsync(
        db => SessionBoard.Active(db, Now).OrderByDescending(session => session.ExpiresAt).Skip(50).Take(50), Open + ">?)");

    [Fact]
    public async Task WhatIsCounted_IsARangeEach()
    {
        await ShouldUseAsync(db => SessionBoard.Active(db, Now), Open + ">?)");
        await ShouldUseAsync(db => SessionBoard.Over(db, Now, Now), Open + ">? AND ExpiresAt<?)");
        await ShouldUseAsync(db => SessionBoard.Ended(db, Now), "SEARCH s USING INDEX IX_Sessions_ExpiresAt_Ended (ExpiresAt>?)");
        await ShouldUseAsync(db => SessionBoard.Near(db, Now), "SEARCH s USING INDEX IX_Sessions_WarnedAt_WarnAt_ExpiresAt (WarnedAt=? AND WarnAt<?)");
        await ShouldUseAsync(db => SessionBoard.Warned(db, Now), Open + ">?)");
    }

    private async Task ShouldUseAsync<T>(Func<ElizaDbContext, IQueryable<T>> query, string step) =>
        (await QueryPlan.OfAsync(factory, query)).ShouldUse(step).ShouldSortNothing().ShouldReadNoWholeTable();
}

using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Sessions in the database, behind the server's back.</summary>
internal static class SessionRows
{
    /// <summary>Puts sessions of six minutes there, which are warned of after one.</summary>
    public static Task<List<Guid>> AddSessionsAsync(this SessionFactory factory, int count) => factory.QueryAsync(async db =>
    {
        var now = factory.Time.GetUtcNow();
        var times = new SessionTimeouts(TimeSpan.FromMinutes(6), TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), AutoRenew: true);
        var sessions = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var channel = Channel.Create(ServerId.Default, ChannelType.Dm, name: null, description: null, Metadata.Empty, isPrivate: true, now).Value;
            var session = Session.Open(SessionId.New(now), channel.Id, ActorId.From(Api.Eliza), ActorId.From(Ada), $"user:{Ada}", Metadata.Empty, times, now);
            db.AddRange(channel, session);
            sessions.Add(session.Id.Value);
        }
        await db.SaveChangesAsync();
        return sessions;
    });

    /// <summary>Opens a session of a day and puts it back in time, as if the server had been away since.</summary>
    public static async Task<Guid> AddAgedAsync(this SessionFactory factory, TimeSpan by)
    {
        var session = await factory.Api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 1440, warningThresholdMinutes = 60 });
        var back = (long)by.TotalMilliseconds;
        (await factory.QueryAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Sessions" SET "CreatedAt" = "CreatedAt" - {back}, "LastActivityAt" = "LastActivityAt" - {back}, "RenewedAt" = "RenewedAt" - {back},
                "ExpiresAt" = "ExpiresAt" - {back}, "WarnAt" = "WarnAt" - {back}
            WHERE "Id" = {session}
            """))).ShouldBe(1);
        return session;
    }

    public static Task<int> CountSessionsAsync(this SessionFactory factory) => factory.QueryAsync(db => db.Sessions.CountAsync());
}

using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Agents as rows, put into the database behind the server's back: of kinds that no client may make, or by another server.</summary>
internal static class StoredAgents
{
    public static Task<int> AddAgentAsync(
        this ElizaDbContext db, string id, string name, string kind, bool isActive = true, string settings = "{}", string? webhookSecret = null, long createdAt = 0) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Agents" ("Id", "Name", "Kind", "IsActive", "ReplyPolicy", "Settings", "Character", "WebhookSecret", "CreatedAt", "UpdatedAt")
            VALUES ({id}, {name}, {kind}, {isActive}, 0, {settings}, {"{}"}, {webhookSecret}, {createdAt}, 0)
            """);

    /// <summary>As another server does, which raises the revision of the agents with it.</summary>
    public static async Task AddAgentElsewhereAsync(this ElizaDbContext db, string id, string name)
    {
        await db.AddAgentAsync(id, name, "remote");
        await db.Database.ExecuteSqlAsync($"""UPDATE "Revisions" SET "Value" = "Value" + 1 WHERE "Name" = 'agents'""");
    }
}

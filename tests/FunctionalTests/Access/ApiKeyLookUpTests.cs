using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Access;

/// <summary>Which credentials the server asks its database about: here that question fails.</summary>
public sealed class ApiKeyLookUpTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    [Fact]
    public async Task Key_WithATypingError_IsRefusedWithoutALookUp()
    {
        var key = await factory.Api.CreateKeyAsync(new { name = "typed", kind = "service" });
        var other = await factory.Api.CreateKeyAsync(new { name = "not presented yet", kind = "service" });
        (await StatusAsync(key)).ShouldBe(200);

        await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"ApiKeys\" RENAME TO \"Hidden\";"));

        (await StatusAsync(key)).ShouldBe(200, "A key that was looked up lately is not looked up again.");
        (await StatusAsync(other)).ShouldBe(500, "A right key is looked up.");
        foreach (var (place, index) in Enumerable.Range(14, key.Length - 14).Select((place, index) => (place, index)))
            (await StatusAsync(key[..place] + Other(key[place], index) + key[(place + 1)..])).ShouldBe(401, $"A typing error at {place} is seen without a look-up.");
        (await StatusAsync(key + "x")).ShouldBe(401);
        (await StatusAsync(key[..^1])).ShouldBe(401);
        (await StatusAsync("not-even-a-key-but-long-enough-to-be-one")).ShouldBe(401);
    }

    private static char Other(char letter, int index) => "0123456789"[index % 10] is var digit && digit != letter ? digit : (char)('a' + index % 26);

    private async Task<int> StatusAsync(string key) => (await factory.WithCredential(key).GetAsync("/api/agents")).Status;
}

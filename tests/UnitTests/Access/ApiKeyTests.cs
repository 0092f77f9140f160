using Eliza.Domain.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Later = Times.Now.AddHours(1);

    [Fact]
    public void HashOf_WhenGivenAKey_IsItsSha256InLowerCase() =>
        ApiKeyText.HashOf("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void HashOf_WhenKeysDifferInCase_Differs() => ApiKeyText.HashOf("KEY").ShouldNotBe(ApiKeyText.HashOf("key"));

    [Fact]
    public void Bootstrap_WhenMade_KeepsTheHashOnly()
    {
        var key = ApiKey.Bootstrap("secret", Times.Now);

        (key.Id, key.Name.Value, key.Hash, key.CreatedAt).ShouldBe((ApiKey.BootstrapId, "bootstrap", ApiKeyText.HashOf("secret"), Times.Now));
    }

    [Fact]
    public void Replace_WhenAnotherKey_TakesItsPlace()
    {
        var key = ApiKey.Bootstrap("secret", Times.Now);

        key.Replace("other", Later);

        (key.Hash, key.CreatedAt).ShouldBe((ApiKeyText.HashOf("other"), Later));
    }

    [Fact]
    public void Replace_WhenTheSameKey_ChangesNothing()
    {
        var key = ApiKey.Bootstrap("secret", Times.Now);

        key.Replace("secret", Later);

        (key.Hash, key.CreatedAt).ShouldBe((ApiKeyText.HashOf("secret"), Times.Now));
    }
}

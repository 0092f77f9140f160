using Eliza.Application.Access.EnsureBootstrapKey;
using Eliza.Domain.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class EnsureBootstrapKeyTests
{
    [Fact]
    public async Task Handle_WhenAnotherKeyStoodThere_ReplacesIt()
    {
        var keys = new FakeApiKeyRepository();
        var handler = new EnsureBootstrapKeyCommandHandler(keys, new ManualTimeProvider());

        (await handler.Handle(new EnsureBootstrapKeyCommand("first"), TestContext.Current.CancellationToken)).ShouldSucceed();
        (await handler.Handle(new EnsureBootstrapKeyCommand("second"), TestContext.Current.CancellationToken)).ShouldSucceed();

        keys.Keys.ShouldHaveSingleItem().Hash.ShouldBe(ApiKeyText.HashOf("second"));
    }

    [Fact]
    public async Task Handle_OfAKeyThatReplacesNone_LeavesTheOneThatStoodThere()
    {
        var keys = new FakeApiKeyRepository();
        var handler = new EnsureBootstrapKeyCommandHandler(keys, new ManualTimeProvider());

        (await handler.Handle(new EnsureBootstrapKeyCommand("first", Replaces: false), TestContext.Current.CancellationToken)).ShouldSucceed();
        (await handler.Handle(new EnsureBootstrapKeyCommand("second", Replaces: false), TestContext.Current.CancellationToken)).ShouldSucceed();

        keys.Keys.ShouldHaveSingleItem().Hash.ShouldBe(ApiKeyText.HashOf("first"));
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void Validate_WhenOfLength_WantsThirtyTwoCharacters(int length, bool valid) => IsValid(new string('k', length)).ShouldBe(valid);

    [Theory]
    [InlineData("!~", true)]
    [InlineData(" ", false)]
    [InlineData("\t", false)]
    [InlineData("\n", false)]
    [InlineData("\u007F", false)]
    [InlineData("é", false)]
    public void Validate_WhenItHoldsOtherThanVisibleAscii_Refuses(string part, bool valid)
    {
        var key = new string('k', 32);
        foreach (var text in new[] { part + key, key + part, key + part + key }) IsValid(text).ShouldBe(valid);
    }

    private static bool IsValid(string key) => new EnsureBootstrapKeyCommandValidator().Validate(new EnsureBootstrapKeyCommand(key)).IsValid;
}

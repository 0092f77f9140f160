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

        keys.Keys.ShouldHaveSingleItem().Hash.ShouldBe(ApiKey.HashOf("second"));
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void Validate_WhenOfLength_WantsThirtyTwoCharacters(int length, bool valid) =>
        new EnsureBootstrapKeyCommandValidator().Validate(new EnsureBootstrapKeyCommand(new string('k', length))).IsValid.ShouldBe(valid);
}

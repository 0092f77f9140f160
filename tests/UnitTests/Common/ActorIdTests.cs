using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Common;

public sealed class ActorIdTests
{
    private const string Code = "Actor.InvalidId";
    private const string Allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-";

    [Theory]
    [InlineData("a")]
    [InlineData("user-123")]
    [InlineData("Ada.Lovelace@example.org:1")]
    [InlineData(Allowed)]
    public void Create_WhenOfAllowedCharacters_KeepsThem(string text) => ActorId.Create(text).ShouldSucceed().Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("añb")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("Ａ")]
    public void Create_WhenOfOtherCharacters_Fails(string? text) => ActorId.Create(text).ShouldFail(Code);

    [Theory]
    [InlineData(1, true)]
    [InlineData(ActorId.MaxLength, true)]
    [InlineData(ActorId.MaxLength + 1, false)]
    public void Create_WhenOfLength_SucceedsUpToTheLimit(int length, bool succeeds) =>
        ActorId.Create(new string('a', length)).IsSuccess.ShouldBe(succeeds);

    [Fact]
    public void Create_WhenAUuidInAnyCase_NamesTheSameActor()
    {
        var upper = ActorId.From("E112A000-0000-4000-8000-00000000000A");

        upper.Value.ShouldBe("e112a000-0000-4000-8000-00000000000a");
        upper.ShouldBe(ActorId.From("e112a000-0000-4000-8000-00000000000a"));
    }

    [Fact]
    public void Create_WhenNoUuid_KeepsItsCase()
    {
        ActorId.From("Ada").ShouldNotBe(ActorId.From("ada"));
        ActorId.From("Ada").Key.ShouldBe(ActorId.From("ada").Key);
    }

    [Fact]
    public void From_WhenInvalid_Throws() => Should.Throw<InvalidOperationException>(() => ActorId.From("a b"));

    [Fact]
    public void Create_WhenGivenAnyText_TakesExactlyTheAllowed() =>
        Prop.ForAll<string?>(text =>
        {
            var allowed = text is { Length: > 0 and <= ActorId.MaxLength } && text.All(Allowed.Contains);
            return ActorId.Create(text).IsSuccess == allowed;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Create_WhenGivenItsOwnValue_IsTheSame() =>
        Prop.ForAll(Gen.Elements(Allowed.ToCharArray()).NonEmptyListOf().ToArbitrary(), characters =>
        {
            var id = ActorId.From(string.Concat(characters.Take(ActorId.MaxLength)));
            return ActorId.From(id.Value) == id && id.Key == ActorId.From(id.Value).Key;
        }).QuickCheckThrowOnFailure();
}

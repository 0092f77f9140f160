using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Idempotency;

public sealed class IdempotencyKeyTests
{
    private const string Rule = "must be 1 to 255 visible ASCII characters";

    public static TheoryData<string> Allowed => ["a", "!", "~", "018f-7c2e:order#42", "\"quoted\"", "{}", new string('k', 255)];

    public static TheoryData<string> Refused =>
        ["", " ", " a", "a ", "a b", "a\tb", "a\n", "\0", "\u007F", "\u0080", "é", "🙂", "\uD83D", "\u0430", new string('k', 256), new string('k', 100 * 1024)];

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Create_WhenVisibleAscii_KeepsItAsItIs(string text)
    {
        var key = IdempotencyKey.Create(text).ShouldSucceed();

        (key.Value, $"{key}").ShouldBe((text, text));
        key.ShouldBe(IdempotencyKey.Create(text).Value);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Create_WhenAnythingElse_Fails(string text) => IdempotencyKey.Create(text).ShouldBreakRule("Idempotency.InvalidKey", Rule);

    [Fact]
    public void Create_WhenGivenAnyText_SucceedsJustWhenItIsVisibleAscii() => Prop.ForAll<NonNull<string>>(text =>
        IdempotencyKey.Create(text.Get).IsSuccess == (text.Get.Length is >= 1 and <= 255 && text.Get.All(c => c is >= '!' and <= '~'))).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_WhenOnlyTheCaseDiffers_IsFalse() => IdempotencyKey.Create("a").Value.ShouldNotBe(IdempotencyKey.Create("A").Value);
}

using Eliza.Application.Access.IssueToken;
using Eliza.Application.Access.RotateApiKey;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class CredentialValidatorTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(0L, true)]
    [InlineData(604_800L, true)]
    [InlineData(-1L, false)]
    [InlineData(604_801L, false)]
    [InlineData(long.MaxValue, false)]
    [InlineData(long.MinValue, false)]
    public void Rotate_WhenThereIsAGrace_AllowsAWeek(long? seconds, bool valid) => Problems(new RotateApiKeyCommand("any", seconds, null))
        .ShouldBe(valid ? [] : ["GracePeriodSeconds: Field '{field}' must be from 0 to 604800"]);

    [Theory]
    [InlineData(1L, true)]
    [InlineData(315_360_000L, true)]
    [InlineData(0L, false)]
    [InlineData(315_360_001L, false)]
    public void Rotate_WhenItIsToExpire_AllowsTenYears(long seconds, bool valid) => Problems(new RotateApiKeyCommand("any", null, seconds))
        .ShouldBe(valid ? [] : ["ExpiresInSeconds: Field '{field}' must be from 1 to 315360000"]);

    [Fact]
    public void Rotate_WhenBothAreWrong_ReportsBoth() => Problems(new RotateApiKeyCommand("any", -1, 0)).Count.ShouldBe(2);

    [Theory]
    [InlineData(null, true)]
    [InlineData(1L, true)]
    [InlineData(86_400L, true)]
    [InlineData(0L, false)]
    [InlineData(-1L, false)]
    [InlineData(86_401L, false)]
    [InlineData(long.MaxValue, false)]
    public void Issue_WhenItIsToExpire_AllowsADay(long? seconds, bool valid) => Problems(new IssueTokenCommand("ada", "Ada", seconds))
        .ShouldBe(valid ? [] : ["ExpiresInSeconds: Field '{field}' must be from 1 to 86400"]);

    [Fact]
    public void Issue_WhenNobodyIsNamed_WantsTheUser() => Problems(new IssueTokenCommand(null, null, null))
        .ShouldBe(["UserId: Required field '{field}' is missing"]);

    [Fact]
    public void Issue_WhenEverythingIsWrong_ReportsAllTogether() => Problems(new IssueTokenCommand("a b", " ", 0)).ShouldBe(
    [
        "UserId: Field '{field}' must be 1 to 128 characters from A-Z a-z 0-9 . _ : @ -",
        "Name: Field '{field}' must not be empty",
        "ExpiresInSeconds: Field '{field}' must be from 1 to 86400",
    ]);

    private static List<string> Problems(RotateApiKeyCommand command) => Failures.Of(new RotateApiKeyCommandValidator(), command);

    private static List<string> Problems(IssueTokenCommand command) => Failures.Of(new IssueTokenCommandValidator(), command);
}

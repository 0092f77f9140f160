using Eliza.Domain.Common;
using Eliza.Infrastructure.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

/// <summary>A token's signature is computed once; all else is judged each time that it is presented.</summary>
public sealed class ReadTokenAgainTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly UserTokens _tokens;

    public ReadTokenAgainTests() => _tokens = new UserTokensBuilder { Time = _time }.Build();

    [Fact]
    public async Task Read_WhenReadBefore_IsTheSamePerson()
    {
        var token = Issue("Ada");

        var first = (await ReadAsync(token)).ShouldSucceed();

        (await ReadAsync(token)).ShouldSucceed().ShouldBe(first);
        first.DisplayName!.Value.ShouldBe("Ada");
    }

    [Theory]
    [InlineData(90_000, true)]
    [InlineData(90_001, false)]
    public async Task Read_WhenReadBefore_EndsAtItsTimeAllTheSame(int milliseconds, bool valid)
    {
        var token = Issue();
        (await ReadAsync(token)).ShouldSucceed();

        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        (await ReadAsync(token)).IsSuccess.ShouldBe(valid);
    }

    [Fact]
    public async Task Read_WhenReadBeforeAndTheClockIsSetBack_IsNotInForceYet()
    {
        var token = Issue();
        (await ReadAsync(token)).ShouldSucceed();

        _time.SetBack(TimeSpan.FromSeconds(61));

        (await ReadAsync(token)).ShouldFail("Access.InvalidCredential");
    }

    [Fact]
    public async Task Read_WhenOneThatWasReadBeforeIsChangedAnywhere_IsRefused()
    {
        var token = Issue();
        (await ReadAsync(token)).ShouldSucceed();

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in new[] { 'A', 'B', '?', 'é', '.' }.Where(sign => sign != token[i])) (await ReadAsync(token[..i] + other + token[(i + 1)..])).IsSuccess.ShouldBeFalse($"{i}");
        }
        (await ReadAsync(token + "=")).IsSuccess.ShouldBeFalse();
        (await ReadAsync(token)).ShouldSucceed();
    }

    [Fact]
    public void Add_WhenThereIsNoRoomLeft_StaysInBounds()
    {
        var (tokens, verified) = (new VerifiedTokens(), new VerifiedToken(Callers.Ada, new TokenClaims("ada", default, null, null, null)));

        for (var i = 0; i <= VerifiedTokens.Most; i++) tokens.Add($"{i}", verified);

        tokens.Count.ShouldBeLessThanOrEqualTo(VerifiedTokens.Most);
        tokens.Find($"{VerifiedTokens.Most}").ShouldBe(verified);
        tokens.Find(new string('x', UnverifiedToken.MaxLength + 1)).ShouldBeNull();
    }

    private string Issue(string? name = null) => _tokens.Issue(Ids.Ada, name is null ? null : DisplayName.From(name), TimeSpan.FromSeconds(30)).Value.Token;

    private Task<Result<Caller>> ReadAsync(string token) => _tokens.ReadAsync(token, TestContext.Current.CancellationToken);
}

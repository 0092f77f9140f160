using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>What is shown once lies sealed, and opens for the credential that asked first.</summary>
public sealed class IdempotencyOfSecretsTests
{
    private readonly RepeatedRequests _requests = new();

    [Fact]
    public async Task Handle_WhenTheAnswerIsASecret_StoresItSealed()
    {
        (await SendAsync()).ShouldSucceed().ShouldBe("secret 1");

        var body = _requests.Answers.Answers.ShouldHaveSingleItem().Body;
        body.ShouldNotContain("secret");
        _requests.Seal.Open(body).ShouldBe("\"secret 1\"");
    }

    [Fact]
    public async Task Handle_WhenRepeatedWithTheSameCredential_ShowsItAgain()
    {
        (await SendAsync()).ShouldSucceed();

        (await SendAsync()).ShouldSucceed().ShouldBe("secret 1");

        (_requests.Runs, _requests.WasReplayed).ShouldBe((1, true));
    }

    [Fact]
    public async Task Handle_WhenRepeatedWithAnotherCredential_IsAConflictAndDoesNotRun()
    {
        (await SendAsync()).ShouldSucceed();
        _requests.Seal.Credential++;

        (await SendAsync()).ShouldFail("Idempotency.ShownOnce").Kind.ShouldBe(ErrorKind.Conflict);

        (_requests.Runs, _requests.WasReplayed).ShouldBe((1, false));
    }

    [Fact]
    public async Task Handle_WhenExpired_SealsTheNewAnswerToo()
    {
        (await SendAsync()).ShouldSucceed();
        _requests.Time.Advance(TimeSpan.FromHours(24));
        _requests.Seal.Credential++;

        (await SendAsync()).ShouldSucceed().ShouldBe("secret 2");

        _requests.Seal.Open(_requests.Answers.Answers.ShouldHaveSingleItem().Body).ShouldBe("\"secret 2\"");
    }

    [Fact]
    public async Task Handle_WhenTheAnswerIsNoSecret_OpensWithAnyCredentialOfTheCaller()
    {
        (await _requests.SendAsync(new RepeatableCommand())).ShouldSucceed();
        _requests.Seal.Credential++;

        (await _requests.SendAsync(new RepeatableCommand())).ShouldSucceed().ShouldBe("run 1");
    }

    private Task<Result<string>> SendAsync() => _requests.SendAsync<SecretCommand, string>(new SecretCommand(), () => $"secret {_requests.Runs}");
}

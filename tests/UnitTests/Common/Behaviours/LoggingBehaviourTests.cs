using Eliza.Application.Common.Behaviours;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class LoggingBehaviourTests
{
    private readonly FakeLogger<LoggingBehaviour<TestCommand, Result<string>>> _logger = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Handle_WhenSuccessful_TellsWhatByWhomHowAndHowLong()
    {
        await HandleAsync("ada's key", "secret answer");

        var entry = _logger.Entries.ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Debug);
        entry.Text.ShouldBe("TestCommand by ada's key (key:00000000-0000-0000-0000-000000000000): ok in 1234.5 ms");
    }

    [Fact]
    public async Task Handle_WhenFailed_TellsTheCode()
    {
        await HandleAsync("ada's key", Error.Rule("Test.Wrong", "must not be 'what Ada said'"));

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("TestCommand by ada's key (key:00000000-0000-0000-0000-000000000000): Test.Wrong in 1234.5 ms");
    }

    [Fact]
    public async Task Handle_WhenNobodysCredentialStandsBehindIt_TellsItOfNobody()
    {
        await HandleAsync(caller: null, "secret answer");

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("TestCommand by nobody: ok in 1234.5 ms");
    }

    [Fact]
    public async Task Handle_WhenTheCallersNameHasALineEnd_StaysOnOneLine()
    {
        await HandleAsync("ada\r\nfail: nothing", "secret answer");

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("TestCommand by ada??fail: nothing (key:00000000-0000-0000-0000-000000000000): ok in 1234.5 ms");
    }

    [Fact]
    public async Task Handle_WhateverTheOutcome_NeverTellsTheContent()
    {
        await HandleAsync("ada's key", "secret answer");
        await HandleAsync("ada's key", Error.Rule("Test.Wrong", "must not be 'what Ada said'"));

        foreach (var told in _logger.Entries.SelectMany(entry => entry.Values.Select(value => value.Value).Append(entry.Text)))
        {
            told.ShouldNotBeOfType<TestCommand>();
            var text = told!.ToString()!;
            text.ShouldNotContain("what Ada said");
            text.ShouldNotContain("secret answer");
        }
        _logger.Entries.ShouldAllBe(entry => entry.Values.Count == 5);
    }

    [Fact]
    public async Task Handle_WhenNobodyListens_IsSilentAndAnswers()
    {
        var logger = new FakeLogger<LoggingBehaviour<TestCommand, Result<string>>>(LogLevel.Information);

        (await HandleAsync("ada's key", "answer", logger)).ShouldSucceed().ShouldBe("answer");

        logger.Entries.ShouldBeEmpty();
    }

    private Task<Result<string>> HandleAsync(
        string? caller, Result<string> response, FakeLogger<LoggingBehaviour<TestCommand, Result<string>>>? logger = null) =>
        new LoggingBehaviour<TestCommand, Result<string>>(CallerOf(caller), _time, logger ?? _logger).Handle(
            new TestCommand(),
            TestContext.Current.CancellationToken,
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(1234.5));
                return Task.FromResult(response);
            });

    private static FakeCaller CallerOf(string? name) => new() { Current = name is null ? null : Caller.Service(Guid.Empty, name, Scopes.Admin) };
}

using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Access;
using Eliza.WebApi.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.Hosting;

public sealed class RequestLogTests
{
    private readonly FakeLogger<RequestLog> _logger = new();
    private readonly ManualTimeProvider _time = new();
    private readonly DefaultHttpContext _context = new() { TraceIdentifier = "id-1" };

    [Fact]
    public async Task Invoke_WhenAnswered_TellsHowItEndedAndHowLongItTook()
    {
        await InvokeAsync(() => _context.Response.StatusCode = 204);

        var entry = _logger.Entries.ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Information);
        entry.Text.ShouldBe("id-1 GET no route: 204 ok by nobody in 1234.5 ms");
    }

    [Fact]
    public async Task Invoke_WhenTheCallersNameHasALineEnd_StaysOnOneLine()
    {
        await InvokeAsync(() => _context.User = new(new CallerIdentity(Caller.Service(Guid.Empty, "ada\r\nfail: \u202Eall", Scopes.Admin), "Test")));

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("id-1 GET no route: 200 ok by ada??fail: ?all (key:00000000-0000-0000-0000-000000000000) in 1234.5 ms");
    }

    [Fact]
    public async Task Invoke_WhenItBreaksBeyondTheErrorPage_TellsItAndPassesTheFaultOn()
    {
        await Should.ThrowAsync<InvalidOperationException>(InvokeAsync(() => throw new InvalidOperationException("inside")));

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldBe("id-1 GET no route: 500 Request.BrokenOff by nobody in 1234.5 ms");
    }

    [Theory]
    [InlineData("PATCH", "PATCH")]
    [InlineData("patch", "OTHER")]
    [InlineData("MY-SECRET", "OTHER")]
    public async Task Invoke_WhateverTheMethod_TellsOnlyAKnownOne(string method, string told)
    {
        _context.Request.Method = method;

        await InvokeAsync(() => { });

        _logger.Entries.ShouldHaveSingleItem().Text.ShouldStartWith($"id-1 {told} ");
    }

    private Task InvokeAsync(Action handle)
    {
        if (_context.Request.Method.Length == 0) _context.Request.Method = "GET";
        return new RequestLog(
            _ =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(1234.5));
                handle();
                return Task.CompletedTask;
            },
            _time,
            _logger).InvokeAsync(_context);
    }
}

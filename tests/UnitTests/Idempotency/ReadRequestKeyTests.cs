using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.WebApi.Access;
using Eliza.WebApi.Idempotency;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Idempotency;

public sealed class ReadRequestKeyTests
{
    private const string Rule = "must be 1 to 255 visible ASCII characters";

    private readonly RequestKey _key = new();
    private readonly RequestInput _input = new();
    private readonly DefaultHttpContext _http;

    public ReadRequestKeyTests() => _http = new DefaultHttpContext
    {
        Request = { Method = "POST" },
        RequestServices = new ServiceCollection().AddSingleton(_key).AddSingleton(_input).BuildServiceProvider(),
    };

    [Theory]
    [InlineData("body", null, "body")]
    [InlineData(null, "header", "header")]
    [InlineData("body", "header", "body")]
    [InlineData(null, null, null)]
    public void Read_WhenAPost_TakesTheBodysOrElseTheHeaders(string? body, string? header, string? expected)
    {
        Read(body, header);

        _key.Value?.Value.ShouldBe(expected);
        (_key.Value is null).ShouldBe(expected is null);
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void Read_WhenAnotherMethod_TakesNone(string method)
    {
        _http.Request.Method = method;

        Read("not a key", "not a key");

        _key.Value.ShouldBeNull();
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("é")]
    public void Read_WhenTheKeyIsMalformed_SaysWhereItStood(string text)
    {
        Read(body: text, header: "fine");
        Read(body: null, header: text);

        _key.Value.ShouldBeNull();
        _input.Failures.ShouldBe([FieldFailure.Breaks("MessageId", Rule), new FieldFailure("Idempotency-Key", $"Header 'Idempotency-Key' {Rule}")]);
    }

    [Fact]
    public void Read_WhenThereIsNoBody_TakesTheHeaders()
    {
        _http.Request.Headers["Idempotency-Key"] = "header";

        Filter.OnActionExecuting(new ActionExecutingContext(Action, [], new Dictionary<string, object?> { ["keyId"] = "x", ["request"] = null }, new object()));

        _key.Value!.Value.ShouldBe("header");
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "")]
    public void Answer_WhenOfAnEarlierRequest_SaysSo(bool wasReplayed, string expected)
    {
        _key.WasReplayed = wasReplayed;

        Filter.OnActionExecuted(new ActionExecutedContext(Action, [], new object()));

        _http.Response.Headers["Idempotent-Replayed"].ToString().ShouldBe(expected);
    }

    private static ReadRequestKey Filter => new();

    private ActionContext Action => new(_http, new RouteData(), new ActionDescriptor());

    private void Read(string? body, string? header)
    {
        _http.Request.Headers.Remove("Idempotency-Key");
        if (header is not null) _http.Request.Headers["Idempotency-Key"] = header;
        var arguments = new Dictionary<string, object?> { ["request"] = new IssueTokenRequest { MessageId = body } };
        Filter.OnActionExecuting(new ActionExecutingContext(Action, [], arguments, new object()));
    }
}

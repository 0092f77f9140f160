using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.FunctionalTests.Contract.Hostile;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Contract;

/// <summary>
/// Whatever a client sends, wherever it sends it, it gets a 4xx in the envelope, or a success where the input is right
/// after all; nothing of the inside gets out, and the server works on. Routes are the server's own list.
/// </summary>
public sealed partial class HostileInputTests(ApiFactory factory) : IClassFixture<ApiFactory>, IAsyncLifetime
{
    private const int MaxBodyBytes = 1024 * 1024;

    private readonly Api _api = factory.Api;
    private Guid _channel;

    public static TheoryData<string> Bodies => HostileBodies.All.Data;

    public static TheoryData<string> Texts => HostileTexts.All.Data;

    public static TheoryData<string> Values => HostileValues.All.Data;

    public static TheoryData<string> Headers => HostileHeaders.All.Data;

    public static TheoryData<string> Targets => HostilePaths.Targets.Data;

    public static TheoryData<string> Segments => HostilePaths.Segments.Data;

    public static TheoryData<string> Queries => HostilePaths.Queries.Data;

    public static TheoryData<string> Streams => HostileStreams.All.Data;

    private IReadOnlyList<ServerRoute> Routes => ServerRoute.AllOf(factory.Services);

    private IEnumerable<ServerRoute> Bodied => Routes.Where(route => route.TakesBody);

    public async ValueTask InitializeAsync() => _channel = await _api.CreateChannelAsync($"hostile-{Guid.CreateVersion7():N}");

    /// <summary>The server works as before.</summary>
    public async ValueTask DisposeAsync()
    {
        // By another connection: what was refused may have closed its own.
        var api = factory.Api;
        var message = await api.SubmitAsync(_channel, "Still there?");

        // Eliza may have come in by then, and answer.
        (await api.HistoryAsync(_channel, "limit=10")).ShouldContain(read => read.GetProperty("id").GetGuid() == message);
    }

    [Fact]
    public void Inputs_InAll_AreManyAndCoverEveryPost()
    {
        string[] names = [.. HostileBodies.All.Names, .. HostileTexts.All.Names, .. HostileValues.All.Names, .. HostileHeaders.All.Names,
            .. HostilePaths.Targets.Names, .. HostilePaths.Segments.Names, .. HostilePaths.Queries.Names, .. HostileStreams.All.Names];
        names.Distinct().Count().ShouldBe(names.Length);
        names.Length.ShouldBeGreaterThan(400);
        Bodied.Select(route => route.Pattern).ShouldContain("/api/messaging/submit");
        Bodied.Select(route => route.Pattern).ShouldContain("/api/messaging/channels/{channelId}/participants");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_ThatIsHostile_IsRefusedOnEveryRoute(string name)
    {
        var (_, body, fine) = HostileBodies.All[name];
        foreach (var route in Bodied)
        {
            try
            {
                ShouldBeHarmless(await SendAsync(route, body), $"{route} {name}", fine is not null || route.BodyType is null);
            }
            catch (HttpRequestException) when (body.Length > MaxBodyBytes)
            {
                // Refused and closed while the client was still sending, which it may notice before it reads the answer.
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_ThatIsHostile_IsHarmlessInEveryField(string name)
    {
        var (_, text, fine) = HostileTexts.All[name];
        foreach (var (route, field) in Fields().Where(field => field.Field.Type == typeof(string)))
            ShouldBeHarmless(await SendAsync(route, Encoding.UTF8.GetBytes(field.With(JsonSerializer.Serialize(text)))), $"{route} {field.Path} {name}", fine is not null || IsOfItem(route, field) || IsLongText(field, text));
    }

    /// <summary>A model may be told more at once than people tell each other.</summary>
    private static bool IsLongText(BodyField field, string text) =>
        field.Path.EndsWith("system", StringComparison.Ordinal) && text.Length <= AgentSettings.MaxSystemLength && !text.Any(char.IsControl);

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Value_OfTheWrongType_IsRefusedInEveryField(string name)
    {
        var value = HostileValues.All[name].Input;
        foreach (var (route, field) in Fields())
        {
            var mayFit = HostileValues.MayFit(field.Type, value) || (field.MayBeQuoted && HostileValues.MayFitQuoted(field.Type, value));
            ShouldBeHarmless(await SendAsync(route, Encoding.UTF8.GetBytes(field.With(value))), $"{route} {field.Path} {name}", mayFit || IsOfItem(route, field));
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Header_ThatIsHostile_IsHarmless(string name)
    {
        var (_, lines, fine) = HostileHeaders.All[name];
        var body = $$"""{"name":"header-{{Guid.CreateVersion7():N}}"}""";
        string[] right = ["Host: x", $"Authorization: Bearer {ApiFactory.Key}", "Content-Type: application/json", $"Content-Length: {body.Length}"];
        var names = lines.Select(line => line.Split(':')[0]).ToHashSet();
        string[] all = [.. right.Where(line => !names.Contains(line.Split(':')[0])), .. lines];
        ShouldBeHarmless(await ExchangeAsync($"POST /api/messaging/channels HTTP/1.1\r\n{string.Join("\r\n", all)}\r\n\r\n{body}"), name, fine is not null, mayBeEmpty: true);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Path_ThatIsHostile_IsHarmless(string name)
    {
        var (_, target, fine) = HostilePaths.Targets[name];
        ShouldBeHarmless(await AskAsync("GET", target), name, fine is not null, mayBeEmpty: true);
    }

    [Theory]
    [MemberData(nameof(Segments))]
    public async Task Id_ThatIsHostile_NamesNothingOnAnyRoute(string name)
    {
        // Other tests may have made an agent or a person of that id.
        var segment = HostilePaths.Segments[name].Input;
        if (ActorId.Create(segment).IsSuccess) segment += "-nobody";
        foreach (var route in Routes)
        {
            foreach (var hostile in route.PathParameters)
            {
                var path = route.PathWith(parameter => parameter == hostile ? segment : $"{_channel}");
                var body = route.BodyType is null ? "" : BodyField.BodyOf(route.BodyType, _channel);
                var answer = await AskAsync(route.Method, path, body);

                // The answer to a HEAD never has a body.
                if (route.Method is "HEAD") answer.Status.ShouldBeInRange(400, 499, $"{route} {hostile} {name}");
                else ShouldBeHarmless(answer, $"{route} {hostile} {name}", mayBeFine: false, mayBeEmpty: true);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_ThatIsHostile_IsHarmlessOnEveryRoute(string name)
    {
        var (_, query, fine) = HostilePaths.Queries[name];
        foreach (var route in Routes.Where(route => route.Method == "GET"))
        {
            foreach (var parameter in route.Query)
            {
                var target = $"{route.PathWith(_ => $"{_channel}")}?{GuardOf(route, parameter.Name)}{query.Replace("@", parameter.Name, StringComparison.Ordinal)}";
                ShouldBeHarmless(await AskAsync("GET", target), $"{route} {parameter.Name} {name}", fine is not null || parameter.ParameterType == typeof(string), mayBeEmpty: true);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Stream_ThatIsHostile_GetsNothingPastTheServer(string name)
    {
        var (_, bytes, fine) = HostileStreams.All[name];
        using var connection = await RawConnection.OpenAsync(_api.Client.BaseAddress!.Port);
        await connection.SendAsync(bytes);
        connection.EndSending();
        while (await connection.ReadAsync() is { } answer) ShouldBeHarmless(answer, name, fine is not null, mayBeEmpty: true);
        (await connection.HasEndedAsync()).ShouldBeTrue(name);
    }

    private IEnumerable<(ServerRoute Route, BodyField Field)> Fields() =>
        Bodied.Where(route => route.BodyType is not null).SelectMany(route => BodyField.AllOf(route.BodyType!, _channel), (route, field) => (route, field));

    /// <summary>What keeps a stream of events from waiting for ever: that it ends by itself or, where that is what is tried, that it does not begin.</summary>
    private static string GuardOf(ServerRoute route, string parameter) =>
        !route.Pattern.EndsWith("/events", StringComparison.Ordinal) ? "" : parameter == "once" ? $"after={Guid.CreateVersion7()}&" : "once=true&";

    /// <summary>The items of a batch stand for themselves: what is wrong with one is told in its result.</summary>
    private static bool IsOfItem(ServerRoute route, BodyField field) =>
        route.Pattern.EndsWith("/batch", StringComparison.Ordinal) && field.Path.StartsWith("messages[", StringComparison.Ordinal);

    private Task<Answer> SendAsync(ServerRoute route, byte[] body)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return _api.SendAsync(new HttpMethod(route.Method), route.PathWith(_ => $"{_channel}"), content);
    }

    private Task<Answer> AskAsync(string method, string target, string body = "") => ExchangeAsync(
        $"{method} {target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiFactory.Key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>The answer; afterwards the connection works on or is closed, and says nothing else.</summary>
    private async Task<Answer> ExchangeAsync(string request)
    {
        using var connection = await RawConnection.OpenAsync(_api.Client.BaseAddress!.Port);
        await connection.SendAsync(request);
        var answer = (await connection.ReadAsync()).ShouldNotBeNull();
        if (answer.Headers.GetValueOrDefault("Connection") == "close")
        {
            (await connection.HasEndedAsync()).ShouldBeTrue();
            return answer;
        }
        await connection.SendAsync("GET /api/server/ping HTTP/1.1\r\nHost: x\r\n\r\n");
        if (await connection.ReadAsync() is { } next) next.ShouldBe(200);
        return answer;
    }

    /// <param name="answer">What the server answered.</param>
    /// <param name="name">What was sent, and where.</param>
    /// <param name="mayBeFine">Whether it may have succeeded.</param>
    /// <param name="mayBeEmpty">Whether the web server itself may have refused it, as no HTTP that it knows.</param>
    private static void ShouldBeHarmless(Answer answer, string name, bool mayBeFine, bool mayBeEmpty = false)
    {
        if (mayBeEmpty && answer is { Text: "", Status: 400 or 405 or 408 or 411 or 413 or 414 or 431 or 505 }) return;
        answer.Status.ShouldBeInRange(200, 499, $"{name}: {answer.Text}");
        if (answer.Status < 300)
        {
            mayBeFine.ShouldBeTrue($"{name} succeeded: {answer.Text}");
            return;
        }
        answer.Status.ShouldBeGreaterThanOrEqualTo(400, name);
        Codes().IsMatch(answer.Text).ShouldBeTrue($"{name}: {answer.Text}");
        answer.ShouldBeError(answer.Status, answer.Json.GetProperty("error").GetProperty("code").GetString()!);
        answer.Headers["X-Request-Id"].ShouldMatch("^[A-Za-z0-9._-]{1,128}$", name);
        Inside().IsMatch(answer.Text).ShouldBeFalse($"{name}: {answer.Text}");
    }

    [GeneratedRegex("""^\{"success":false,"error":\{"code":"[A-Z_]+","message":"[^"]+","details":.+\}\}$""")]
    private static partial Regex Codes();

    /// <summary>What would tell of the inside: names of types, of files, of tables.</summary>
    [GeneratedRegex(@"   at \w|Exception|StackTrace|System\.\w|Microsoft\.|Eliza\.\w|\.cs\b|\.dll\b|SQLite|SELECT |INSERT |UNIQUE constraint|/tmp/|/home/|/usr/|/src/")]
    private static partial Regex Inside();
}

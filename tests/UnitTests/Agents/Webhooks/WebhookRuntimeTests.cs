using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Agents.Webhooks;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Agents.Webhooks;

/// <summary>Against a program that is called on a real socket.</summary>
public sealed class WebhookRuntimeTests : IAsyncLifetime
{
    private const string Secret = "whsec_of-the-test";

    private readonly ManualTimeProvider _time = new();
    private StandIn _hook = null!;

    public async ValueTask InitializeAsync() => _hook = await StandIn.StartAsync();

    public ValueTask DisposeAsync() => _hook.DisposeAsync();

    [Fact]
    public async Task Call_OfAWebhook_TellsAllOfTheMessage()
    {
        var history = new PastMessage(Ids.OtherMessage, Ids.Bob, ActorKind.User, DisplayName.From("Bob"), "Good morning", Times.Now.AddMinutes(-1));
        await AnswerAsync(Turn("Grüße, \"Eliza\"") with
        {
            Attempt = 3,
            InReplyTo = Ids.OtherMessage,
            Attachments = [new Attachment("https://x.example/a.png", "image/png", "a.png", 7, null, null)],
            Metadata = Metadata.FromTrusted("""{"mood":"sad"}"""),
            Context = new TurnContext(Ids.Server, DisplayName.From("Ada"), [history]),
        });

        var request = _hook.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /hook?room=1");
        request.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        request.Headers["User-Agent"].ShouldStartWith("Eliza/");
        request.Headers["X-Eliza-Run"].ShouldBe(Ids.Message.ToString());
        request.Headers["Idempotency-Key"].ShouldBe(Ids.Message.ToString());
        request.Headers.Keys.ShouldNotContain("traceparent");
        Encoding.UTF8.GetString(request.Body).ShouldBe(
            """
            {"type":"message","runId":"aa000000-0000-7000-8000-000000000001","attempt":3,
            "agent":{"id":"e112a000-0000-4000-8000-000000000001","name":"Eliza"},
            "message":{"id":"aa000000-0000-7000-8000-000000000001","text":"Grüße, \"Eliza\"","authorId":"ada","authorName":"Ada",
            "channelId":"c0000000-0000-7000-8000-000000000001","serverId":"5e000000-0000-7000-8000-000000000001","createdAt":1772600767,
            "attachments":[{"url":"https://x.example/a.png","contentType":"image/png","name":"a.png","size":7,"title":null,"description":null}],
            "metadata":{"mood":"sad"}},
            "history":[{"id":"aa000000-0000-7000-8000-000000000002","text":"Good morning","authorId":"bob","authorName":"Bob","isAgent":false,"createdAt":1772600707}],
            "replyTo":"aa000000-0000-7000-8000-000000000002"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Call_OfAWebhook_IsSignedAsTheManualSays()
    {
        await AnswerAsync(Turn("Hello"));

        var request = _hook.Requests.ShouldHaveSingleItem();
        request.Headers["X-Eliza-Timestamp"].ShouldBe(Times.Now.ToUnixTimeSeconds().ToString());
        Verifies(request, request.Body, Secret).ShouldBeTrue();
        Verifies(request, [.. request.Body, (byte)' '], Secret).ShouldBeFalse();
        Verifies(request, request.Body, "another secret").ShouldBeFalse();
        request.Json.TryGetProperty("replyTo", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(200, """{"text":"Hi"}""", "Hi")]
    [InlineData(201, """{"content":"Hi"}""", "Hi")]
    [InlineData(200, """{"text":""}""", null)]
    [InlineData(200, "", null)]
    [InlineData(204, "", null)]
    public async Task Answer_WhenTheWebhookAnswers_IsItsText(int status, string body, string? text)
    {
        _hook.Answer = context => RespondAsync(context, status, body);

        (await AnswerAsync(Turn("Hello"))).ShouldBe(new AgentAnswer(text, null));
    }

    [Fact]
    public async Task Answer_WhenTheWebhookAccepts_ComesLater()
    {
        _hook.Answer = context => RespondAsync(context, 202, "queued");

        (await AnswerAsync(Turn("Hello"))).ShouldBe(AgentAnswer.Later(TimeSpan.FromSeconds(300)));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Answer_WhenTheWebhookAnswersAnythingElse_IsAFailureAndNoOtherIsCalled(int status)
    {
        await using var elsewhere = await StandIn.StartAsync();
        _hook.Answer = context =>
        {
            context.Response.Headers.Location = $"{elsewhere.Address}elsewhere";
            return RespondAsync(context, status, """{"text":"Hi"}""");
        };

        (await AnswerAsync(Turn("Hello"))).ShouldBe(AgentAnswer.Failed($"The webhook answered {status}"));

        elsewhere.Requests.ShouldBeEmpty();
        _hook.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_ThatIsNoJson_IsAFailure()
    {
        _hook.Answer = context => RespondAsync(context, 200, "<html>Hi</html>");

        (await AnswerAsync(Turn("Hello"))).Failure.ShouldBe("The webhook's answer is not a JSON object with a text");
    }

    [Fact]
    public async Task Answer_ThatNeverEnds_IsAFailure()
    {
        _hook.Answer = async context =>
        {
            await context.Response.WriteAsync("{\"text\":\"");
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
        };

        (await AnswerAsync(Turn("Hello"))).Failure.ShouldBe("The webhook's answer is too large");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answer_ThatIsABomb_IsAFailure(string encoding)
    {
        var bomb = Compress(new byte[50 << 20], encoding);
        bomb.Length.ShouldBeLessThan(64 * 1024);
        _hook.Answer = context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(bomb).AsTask();
        };

        (await AnswerAsync(Turn("Hello"))).Failure.ShouldBe("The webhook's answer is too large");
    }

    [Fact]
    public async Task Answer_ThatIsCompressed_IsRead()
    {
        _hook.Answer = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(Compress("""{"text":"Hi"}"""u8.ToArray(), "gzip")).AsTask();
        };

        (await AnswerAsync(Turn("Hello"))).Text.ShouldBe("Hi");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_WhenTheTimeIsOver_IsCancelledAndTheCallEnded(bool midway)
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        _hook.Answer = async context =>
        {
            context.RequestAborted.Register(ended.SetResult);
            if (midway) await context.Response.WriteAsync("{");
            begun.SetResult();
            await ended.Task;
        };
        using var stop = new CancellationTokenSource();

        var answer = AnswerAsync(Turn("Hello"), stop.Token);
        await begun.Task;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Answer_WhenTheConnectionIsTorn_IsAFailure()
    {
        _hook.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await AnswerAsync(Turn("Hello"))).Failure.ShouldBe("The webhook cannot be reached");
    }

    [Fact]
    public async Task Answer_WhenNobodyIsFoundOrConnectsInTime_IsAFailure()
    {
        foreach (var fault in new Exception[] { new SocketException((int)SocketError.HostNotFound), new TaskCanceledException() })
        {
            using var caller = new WebhookCaller(new CheckedConnection((_, _) => Task.FromException<IPAddress[]>(fault), _ => true));
            var runtime = new WebhookRuntime(caller, Options.Create(new AgentsOptions()), _time);
            var turn = Turn("Hello") with { Settings = new AgentSettings { WebhookUrl = "http://hook.example/" } };

            (await runtime.AnswerAsync(turn, TestContext.Current.CancellationToken)).Failure.ShouldBe("The webhook cannot be reached");
        }
    }

    [Fact]
    public async Task Answer_OfAnAddressInside_IsAFailureWithoutACall()
    {
        using var caller = new WebhookCaller(Options.Create(new AgentsOptions()));
        var runtime = new WebhookRuntime(caller, Options.Create(new AgentsOptions()), _time);

        (await runtime.AnswerAsync(Turn("Hello"), TestContext.Current.CancellationToken)).Failure.ShouldBe("The webhook's address is not a public one");

        _hook.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/hook")]
    [InlineData("ftp://hook.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task Answer_WithoutAUrlOrASecret_IsAFailure(string? url)
    {
        (await AnswerAsync(Turn("Hello") with { Settings = new AgentSettings { WebhookUrl = url } })).Failure.ShouldBe("The agent has no webhook URL");
        (await AnswerAsync(Turn("Hello") with { WebhookSecret = null })).Failure.ShouldBe("The agent has no webhook secret");
    }

    /// <summary>Written as a receiver would, not with what the server signs with.</summary>
    private static bool Verifies(TakenRequest request, byte[] body, string secret)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var digest = hmac.ComputeHash([.. Encoding.UTF8.GetBytes($"{request.Headers["X-Eliza-Timestamp"]}."), .. body]);
        return request.Headers["X-Eliza-Signature"] == $"v1={string.Concat(digest.Select(octet => $"{octet:x2}"))}";
    }

    private static async Task RespondAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        if (body.Length > 0) await context.Response.WriteAsync(body);
    }

    private static byte[] Compress(byte[] bytes, string encoding)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding == "gzip" ? new GZipStream(compressed, CompressionLevel.SmallestSize) : new BrotliStream(compressed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return compressed.ToArray();
    }

    private AgentTurn Turn(string text) => Turns.ForEliza(text) with
    {
        Kind = "webhook", WebhookSecret = Secret, Settings = new AgentSettings { WebhookUrl = $"{_hook.Address}hook?room=1" },
    };

    private async Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken? token = null)
    {
        using var caller = new WebhookCaller(new CheckedConnection(Dns.GetHostAddressesAsync, IPAddress.IsLoopback));
        return await new WebhookRuntime(caller, Options.Create(new AgentsOptions()), _time).AnswerAsync(turn, token ?? TestContext.Current.CancellationToken);
    }
}

using System.Net.WebSockets;
using System.Text;

namespace Eliza.FunctionalTests.Realtime.SocketIo;

/// <summary>Strangers send junk over both transports to both servers, while somebody beside them talks on.</summary>
[Trait("Database", "Once")]
public sealed class FuzzTests
{
    private const int Seed = 20261122;
    private const int FramesOfEach = 5_000;
    private const int PayloadsOfEach = 2_000;

    private static readonly string[] Samples =
    [
        "40", "40/custom,{\"token\":\"x\"}", "41", "41/custom,", "42[\"message\",1,{\"a\":[true]}]", "42/custom,17[\"message-with-ack\",\"\u20ac\"]",
        "430[]", "451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "461-3[{\"_placeholder\":true,\"num\":0}]", "44{\"message\":\"x\"}",
        "2probe", "3", "5", "6", "1", "0{}", "bAQIDBA==", "4hello", "42[\"message\",\"\\ud83d\\ude00\\ud800\"]",
    ];

    [Theory]
    [InlineData("/engine.io/")]
    [InlineData("/socket.io/")]
    public async Task Junk_OfAnyKind_HarmsOnlyItsSender(string path)
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxPayload = 20_000);
        using var healthy = await app.JoinAsync();
        using var stop = new CancellationTokenSource();
        var talking = TalkAsync(healthy, stop.Token);

        await Task.WhenAll(SendFramesAsync(app, path, new Random(Seed)), PostPayloadsAsync(app, path, new Random(Seed + 1)));

        await stop.CancelAsync();
        (await talking).ShouldBeGreaterThan(10, $"Seed {Seed}");
        app.Errors.ShouldBeEmpty($"Seed {Seed}");
    }

    private static async Task SendFramesAsync(RealtimeApp app, string path, Random random)
    {
        SocketClient? client = null;
        for (var count = 0; count < FramesOfEach; count++)
        {
            if (client?.Socket.State != WebSocketState.Open)
            {
                client?.Dispose();
                client = await app.ConnectAsync(path);
                _ = DrainAsync(client);
                if (random.Next(3) > 0) await client.SendAsync("40");
            }
            try
            {
                await client.SendAsync(
                    Junk(random), random.Next(3) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text, isLast: random.Next(20) > 0);
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException)
            {
                // The server has had enough, as it may.
            }
        }
        client?.Dispose();
    }

    private static async Task PostPayloadsAsync(RealtimeApp app, string path, Random random)
    {
        PollingClient? client = null;
        for (var count = 0; count < PayloadsOfEach; count++)
        {
            client ??= await app.PollAsync(path);
            var payload = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Junk(random)).Aggregate((first, second) => [.. first, 0x1e, .. second]);
            var (status, body) = await client.PostAsync(payload);
            status.ShouldBeOneOf([200, 400], $"Seed {Seed}, payload {count}: {body}");
            if (status != 200 || count % 5 == 0) client = null;
        }
    }

    private static async Task<int> TalkAsync(SocketClient client, CancellationToken stop)
    {
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
        {
            await client.SendAsync($"42{count}[\"message-with-ack\",{count}]");
            (await client.ReceiveTextAsync()).ShouldBe($"43{count}[{count}]");
        }
        return count;
    }

    private static async Task DrainAsync(SocketClient client)
    {
        try
        {
            await client.UntilClosedAsync();
            await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It was given up.
        }
    }

    private static byte[] Junk(Random random)
    {
        if (random.Next(4) == 0)
        {
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            return bytes;
        }
        var sample = Encoding.UTF8.GetBytes(Samples[random.Next(Samples.Length)]).ToList();
        for (var changes = random.Next(0, 4); changes > 0; changes--)
        {
            var place = random.Next(sample.Count + 1);
            if (random.Next(3) == 0 && place < sample.Count) sample.RemoveAt(place);
            else if (random.Next(2) == 0 && place < sample.Count) sample[place] = (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
            else sample.InsertRange(place, Encoding.UTF8.GetBytes("[{\"\\:,-1/\u20ac\u001e0"[random.Next(12)].ToString()));
        }
        return [.. sample];
    }
}

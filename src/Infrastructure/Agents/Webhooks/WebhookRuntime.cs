using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>
/// Agents that are programs elsewhere, called over HTTP. They answer in the response, or with 202 and later through
/// <c>/submit</c>, or with 204 for nothing to say. A run's every attempt bears the run's id, so that a program that has
/// answered already can tell.
/// </summary>
internal sealed class WebhookRuntime(WebhookCaller caller, IOptions<AgentsOptions> options, TimeProvider time) : IAgentRuntime
{
    public string Kind => AgentKind.Webhook.Value;

    public async Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(turn.Settings.WebhookUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return AgentAnswer.Failed("The agent has no webhook URL");
        if (string.IsNullOrEmpty(turn.WebhookSecret)) return AgentAnswer.Failed("The agent has no webhook secret");
        try
        {
            using var request = Request(turn, url, turn.WebhookSecret);
            using var response = await caller.CallAsync(request, cancellationToken);
            return await AnswerAsync(response, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Reason(exception) is { } reason)
        {
            return AgentAnswer.Failed(reason);
        }
    }

    private HttpRequestMessage Request(AgentTurn turn, Uri url, string secret)
    {
        var body = WebhookCall.Of(turn).ToBytes();
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var run = turn.RunId.Value.ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, now, body));
        request.Headers.Add("X-Eliza-Run", run);
        request.Headers.Add("Idempotency-Key", run);
        return request;
    }

    private Task<AgentAnswer> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.NoContent => Task.FromResult(AgentAnswer.Nothing),
        HttpStatusCode.Accepted => Task.FromResult(AgentAnswer.Later(TimeSpan.FromSeconds(options.Value.WebhookReplySeconds))),
        _ when response.IsSuccessStatusCode => WebhookReply.ReadAsync(response.Content, cancellationToken),
        var status => Task.FromResult(AgentAnswer.Failed($"The webhook answered {(int)status}")),
    };

    /// <summary>What went wrong, in words of our own. What was cancelled, and not by us, took too long to connect.</summary>
    private static string? Reason(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: RefusedAddressException } => "The webhook's address is not a public one",
        AnswerTooLargeException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The webhook's answer is too large",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The webhook's certificate is not valid",
        HttpRequestException or IOException or InvalidDataException or OperationCanceledException => "The webhook cannot be reached",
        _ => null,
    };
}

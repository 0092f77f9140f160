using System.ClientModel;
using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using OpenAI.Chat;

namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>
/// Agents that are a language model behind an OpenAI-compatible endpoint. Which model, what it is told and how much it may say
/// is in the agent's settings; the endpoint and its key are the operator's. What it writes can be read while it writes it.
/// </summary>
internal sealed class LlmRuntime(LanguageModel model, IReplyDrafts drafts) : IAgentRuntime
{
    private const string BrokenOff = "The language model's answer broke off";

    public string Kind => AgentKind.Llm.Value;

    public async Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured) return AgentAnswer.Failed("No language model is configured: set Llm:Endpoint or Llm:ApiKey");
        if ((turn.Settings.Model ?? model.Options.Model) is not { Length: > 0 } name)
            return AgentAnswer.Failed("No model is named, neither by the agent's settings nor by Llm:Model");
        try
        {
            return await AskAsync(name, turn, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Reason(exception) is { } reason)
        {
            return AgentAnswer.Failed(reason);
        }
    }

    private async Task<AgentAnswer> AskAsync(string name, AgentTurn turn, CancellationToken cancellationToken)
    {
        var options = new ChatCompletionOptions { MaxOutputTokenCount = turn.Settings.MaxTokens ?? model.Options.MaxTokens };
        if (turn.Settings.Temperature is { } temperature) options.Temperature = (float)temperature;

        var question = new Question(turn.MessageId, turn.ChannelId, turn.AgentId);
        var answer = new AnswerText();
        try
        {
            var ended = await model.AskAsync(name, Prompt.Of(turn), options, Say, cancellationToken);
            return ended ? new AgentAnswer(answer.Finish(), null) : AgentAnswer.Failed(BrokenOff);
        }
        finally
        {
            drafts.End(question, turn.Attempt);
        }

        bool Say(string words)
        {
            answer.Append(words);
            if (answer.TakeNew() is { Length: > 0 } piece) drafts.Append(question, turn.RunId.AnswerId, turn.Attempt, piece);
            return !answer.IsFull;
        }
    }

    /// <summary>
    /// What went wrong, in words of our own: the exception's may quote the prompt. What was cancelled, and not by us, took too
    /// long to connect.
    /// </summary>
    private static string? Reason(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } answered => $"The language model answered {answered.Status}",
        ClientResultException { InnerException: { } cause } => Reason(cause),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
            or OperationCanceledException => "The language model cannot be reached",
        AnswerTooLargeException => "The language model's answer is too large",
        HttpRequestException or IOException => BrokenOff,
        JsonException or FormatException or InvalidOperationException or ArgumentException => "The language model's answer is not in OpenAI's format",
        _ => null,
    };
}

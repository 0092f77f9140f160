using Eliza.Application.Agents;
using Eliza.Application.Health;
using Eliza.Infrastructure.Agents.Llm;
using Eliza.Infrastructure.Agents.Webhooks;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Eliza.Infrastructure.Agents;

/// <summary>Registers what makes agents answer; the runtimes of their kinds are found by scanning.</summary>
internal static class AgentsRegistration
{
    public static void AddAgents(this IServiceCollection services)
    {
        services.AddOptions<AgentsOptions>().BindConfiguration(AgentsOptions.Section)
            .Validate(agents => AgentsOptions.IsTime(agents.ReplyTimeoutSeconds), "Agents:ReplyTimeoutSeconds must be from 1 to 3600")
            .Validate(agents => agents.MaxConcurrentRuns is >= 1 and <= 10_000, "Agents:MaxConcurrentRuns must be from 1 to 10000")
            .Validate(agents => AgentsOptions.IsTime(agents.WebhookReplySeconds), "Agents:WebhookReplySeconds must be from 1 to 3600")
            .ValidateOnStart();
        services.AddOptions<LlmOptions>().BindConfiguration(LlmOptions.Section)
            .Validate(llm => llm.IsEndpointAllowed, "Llm:Endpoint must be an http or https address without a query or credentials")
            .Validate(llm => llm.IsApiKeyAllowed, "Llm:ApiKey must be visible ASCII characters")
            .Validate(llm => llm.IsModelAllowed, $"Llm:Model must be at most {LlmOptions.MaxModelLength} characters, and not blank")
            .Validate(llm => llm.MaxTokens is >= 1 and <= LlmOptions.MostTokens, $"Llm:MaxTokens must be from 1 to {LlmOptions.MostTokens}")
            .Validate(llm => llm.MaxConcurrentCalls is >= 1 and <= LlmOptions.MostCalls, $"Llm:MaxConcurrentCalls must be from 1 to {LlmOptions.MostCalls}")
            .ValidateOnStart();

        services.AddScoped<IAgentTurns, AgentTurns>();
        services.AddScoped<IRunHistory, RunHistory>();
        services.AddScoped<IRunMessages, RunMessages>();
        services.AddSingleton<RunSignal>();
        services.AddSingleton<IRunSignal>(provider => provider.GetRequiredService<RunSignal>());
        services.AddSingleton<Requests>();
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<WebhookCaller>();
        services.AddSingleton<ReplyCache>();
        services.AddSingleton(provider => new ReplyDrafts(provider.GetRequiredService<Hints>()));
        services.AddSingleton<AgentAnswers>();
        services.AddSingleton<RunWorker>();
        services.AddSingleton<RunDispatcher>();
        services.AddSingleton<IHealthProbe>(provider => provider.GetRequiredService<RunDispatcher>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RunDispatcher>());
    }
}

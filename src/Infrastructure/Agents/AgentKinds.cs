using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents.Llm;

namespace Eliza.Infrastructure.Agents;

/// <summary>A language model must be told of; all other kinds need nothing.</summary>
internal sealed class AgentKinds(LanguageModel languageModel) : IAgentKinds
{
    public bool IsConfigured(AgentKind kind, AgentSettings settings) =>
        kind != AgentKind.Llm || (languageModel.IsConfigured && !string.IsNullOrEmpty(settings.Model ?? languageModel.Options.Model));
}

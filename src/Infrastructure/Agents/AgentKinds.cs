using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Microsoft.Extensions.Configuration;

namespace Eliza.Infrastructure.Agents;

/// <summary>A language model must be told of; all other kinds need nothing.</summary>
internal sealed class AgentKinds(IConfiguration configuration) : IAgentKinds
{
    private const string Model = "Llm:Model";

    public bool IsConfigured(AgentKind kind) => kind != AgentKind.Llm || !string.IsNullOrWhiteSpace(configuration[Model]);
}

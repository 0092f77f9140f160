using Eliza.Application.Agents;
using Eliza.Application.Servers;
using Eliza.Domain.Agents;
using Eliza.Domain.Servers;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class MappingTests
{
    [Fact]
    public void Configuration_WhenOfAllProfiles_IsValid()
    {
        Mapping.Mapper.ConfigurationProvider.AssertConfigurationIsValid();

        // A mapper without maps is valid too.
        Mapping.Mapper.Map<AgentResponse>(Agent.Eliza(Times.Now)).ShouldBe(
            new AgentResponse("e112a000-0000-4000-8000-000000000001", "Eliza", "active", "eliza", Times.Now.ToUnixTimeSeconds())
            {
                UpdatedAt = Times.Now.ToUnixTimeSeconds(),
            });
    }

    [Fact]
    public void Map_WhenOptionalPartsAreMissing_LeavesThemNull()
    {
        var response = Mapping.Mapper.Map<ServerResponse>(Server.Default(Times.Now));

        (response.Name, response.Description, response.Metadata.Text).ShouldBe(("Default Server", null, "{}"));
    }
}

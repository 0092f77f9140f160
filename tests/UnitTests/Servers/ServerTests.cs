using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Servers;

public sealed class ServerTests
{
    [Fact]
    public void Default_WhenMade_HasTheFixedId() =>
        Server.Default(Times.Now).Id.ToString().ShouldBe("00000000-0000-0000-0000-000000000000");

    [Fact]
    public void Create_WhenNamed_IsAsDescribed()
    {
        var server = Server.Create(Ids.Server, DisplayName.From("Guild"), Times.Now);

        (server.Id, server.Name.Value, server.CreatedAt).ShouldBe((Ids.Server, "Guild", Times.Now));
        server.Description.ShouldBeNull();
        server.Metadata.ShouldBe(Metadata.Empty);
    }
}

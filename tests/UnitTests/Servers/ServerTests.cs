using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using Eliza.Domain.Servers.Events;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Servers;

public sealed class ServerTests
{
    [Fact]
    public void Default_WhenMade_HasTheFixedId() =>
        Server.Default(Times.Now).Id.ToString().ShouldBe("00000000-0000-0000-0000-000000000000");

    [Fact]
    public void Update_WhenSomeIsGiven_ChangesThatAlone()
    {
        var server = Server.Create(Ids.Server, DisplayName.From("Guild"), Description.Create("Old").Value, Metadata.Empty, source: null, Times.Now);

        server.Update(DisplayName.From("Renamed"), null, null, Times.Now.AddHours(1));
        server.Update(null, null, null, Times.Now.AddHours(2));

        (server.Name.Value, server.Description?.Value, server.CreatedAt, server.UpdatedAt).ShouldBe(("Renamed", "Old", Times.Now, Times.Now.AddHours(1)));
    }

    [Fact]
    public void Delete_WhenTheDefault_IsAConflictAndElseSaysSo()
    {
        Server.Default(Times.Now).Delete().ShouldFail("Server.DefaultIsKept").Kind.ShouldBe(ErrorKind.Conflict);
        Server.Create(Ids.Server, DisplayName.From("Guild"), Times.Now).Delete().ShouldSucceed().DomainEvents.ShouldBe([new ServerDeleted(Ids.Server)]);
    }

    [Fact]
    public void Agents_WhenAddedTwiceAndRemoved_AreInOnceAndThenNot()
    {
        var server = Server.Create(Ids.Server, DisplayName.From("Guild"), Times.Now);
        server.AddAgent(Ids.Eliza, Times.Now);
        server.AddAgent(Ids.Eliza, Times.Now.AddHours(1));

        server.Agents.ShouldHaveSingleItem().JoinedAt.ShouldBe(Times.Now);
        server.RemoveAgent(Ids.Eliza).ShouldSucceed().AgentId.ShouldBe(Ids.Eliza);
        server.RemoveAgent(Ids.Eliza).ShouldFail("Server.NoSuchAgent").Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public void Create_WhenNamed_IsAsDescribed()
    {
        var server = Server.Create(Ids.Server, DisplayName.From("Guild"), Times.Now);

        (server.Id, server.Name.Value, server.CreatedAt).ShouldBe((Ids.Server, "Guild", Times.Now));
        server.Description.ShouldBeNull();
        server.Metadata.ShouldBe(Metadata.Empty);
    }
}

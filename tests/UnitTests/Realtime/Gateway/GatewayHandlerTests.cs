using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.Gateway;

namespace Eliza.UnitTests.Realtime.Gateway;

public sealed class GatewayHandlerTests
{
    private const string Uuid = "550e8400-e29b-41d4-a716-44665544000a";

    [Theory]
    [InlineData(null, true)]
    [InlineData(Uuid, true)]
    [InlineData("550E8400-E29B-41D4-A716-44665544000A", true)]
    [InlineData("550e8400-e29b-41d4-a716-44665544000b", false)]
    [InlineData("", false)]
    [InlineData("no id", false)]
    public void MayBe_OfAPerson_IsItselfAlone(string? entityId, bool isAllowed)
    {
        GatewayHandler.MayBe(Caller.User(ActorId.From(Uuid)), entityId).ShouldBe(isAllowed);
        GatewayHandler.MayBe(Callers.Operator, entityId).ShouldBeTrue();
    }
}

using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Agents in a channel: active, not muted, answering by mention, unless told otherwise.</summary>
internal static class Listeners
{
    public static Listener Of(ActorId id, ReplyPolicy policy = ReplyPolicy.Mention) => new(id, IsActive: true, IsMuted: false, policy, FetchesRuns: false);
}

using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.UnitTests.TestData;

/// <summary>The ids that tests use where any will do.</summary>
internal static class Ids
{
    public static readonly ServerId Server = new(new Guid("5e000000-0000-7000-8000-000000000001"));
    public static readonly ChannelId Channel = new(new Guid("c0000000-0000-7000-8000-000000000001"));
    public static readonly ChannelId OtherChannel = new(new Guid("c0000000-0000-7000-8000-000000000002"));
    public static readonly MessageId Message = new(new Guid("aa000000-0000-7000-8000-000000000001"));
    public static readonly MessageId OtherMessage = new(new Guid("aa000000-0000-7000-8000-000000000002"));
    public static readonly MessageId Answer = new(new Guid("aa000000-0000-7000-8000-000000000003"));
    public static readonly ActorId Ada = ActorId.From("ada");
    public static readonly ActorId Bob = ActorId.From("bob");
    public static readonly ActorId Eliza = ActorId.From("e112a000-0000-4000-8000-000000000001");
    public static readonly ActorId OtherAgent = ActorId.From("agent-2");
    public static readonly Guid Lease = new("1ea5e000-0000-7000-8000-000000000001");
    public static readonly Guid OtherLease = new("1ea5e000-0000-7000-8000-000000000002");
}

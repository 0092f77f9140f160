using System.Text;
using Eliza.WebApi.Realtime.EngineIo;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Realtime.EngineIo;

public sealed class IncomingPacketTests
{
    [Theory]
    [InlineData("0{}", 0, "{}")]
    [InlineData("1", 1, "")]
    [InlineData("2probe", 2, "probe")]
    [InlineData("3", 3, "")]
    [InlineData("4hello", 4, "hello")]
    [InlineData("5", 5, "")]
    [InlineData("6", 6, "")]
    [InlineData("", -1, "")]
    [InlineData("7", -1, "")]
    [InlineData("b!", -1, "")]
    [InlineData("bAQI", -1, "")]
    public void Text_ByItsFirstCharacter_IsOfAKind(string text, int kind, string data)
    {
        var packet = IncomingPacket.Text(Encoding.UTF8.GetBytes(text));
        ((int)packet.Kind).ShouldBe(kind);
        packet.IsBinary.ShouldBeFalse();
        Encoding.UTF8.GetString(packet.Data.Span).ShouldBe(data);
    }

    [Fact]
    public void Text_InBase64_IsTheBytes() => Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes ?? []).ToArbitrary(), bytes =>
    {
        var packet = IncomingPacket.Text(Encoding.UTF8.GetBytes("b" + Convert.ToBase64String(bytes)));
        (packet.Kind, packet.IsBinary).ShouldBe((PacketKind.Message, true));
        packet.Data.ToArray().ShouldBe(bytes);
    }).QuickCheckThrowOnFailure();
}

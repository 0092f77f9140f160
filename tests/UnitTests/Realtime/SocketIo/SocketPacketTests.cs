using System.Text;
using System.Text.Json;
using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.SocketIo;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Realtime.SocketIo;

public sealed class SocketPacketTests
{
    private static readonly SocketPacketWriter Writer = new(JsonSerializerOptions.Web);
    private static readonly SocketOptions Options = new();

    /// <summary>Texts of any UTF-16 units but lone halves of characters, which JSON's writer itself refuses.</summary>
    private static readonly Gen<string> Texts =
        ArbMap.Default.GeneratorFor<string>().Select(text => text is null ? "" : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static readonly Gen<byte[]> Bytes = ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes ?? []);

    private static readonly Gen<object?> Values = Gen.OneOf(
        Texts.Select(text => (object?)text),
        ArbMap.Default.GeneratorFor<int>().Select(number => (object?)number),
        Bytes.Select(bytes => (object?)bytes),
        Gen.Constant<object?>(null),
        Texts.SelectMany(_ => Bytes.Two(), (text, two) => (object?)Nested("x" + text, two.Item1, two.Item2)));

    [Theory]
    [InlineData("40", "/", null)]
    [InlineData("40/admin,", "/admin", null)]
    [InlineData("40/admin", "/admin", null)]
    [InlineData("40/a,{}", "/a", "{}")]
    [InlineData("41/admin,", "/admin", null)]
    [InlineData("42[\"a\"]", "/", "[\"a\"]")]
    [InlineData("42/n\u00e9,[\"a\",1]", "/n\u00e9", "[\"a\",1]")]
    public void Read_OfAPacket_FindsItsParts(string text, string target, string? data)
    {
        var packet = Read(text).ShouldNotBeNull();
        packet.Namespace.ShouldBe(target);
        if (data is null) packet.Data.ValueKind.ShouldBe(JsonValueKind.Undefined);
        else packet.Data.GetRawText().ShouldBe(data);
    }

    [Theory]
    [InlineData("42456[\"a\"]", 456)]
    [InlineData("42/x,0[\"a\"]", 0)]
    [InlineData("42999999999999999[\"a\"]", 999999999999999)]
    [InlineData("43/x,7[]", 7)]
    public void Read_OfANumber_TakesAllItsDigits(string text, long id) => Read(text)!.Id.ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("429999999999999999[\"a\"]")]
    [InlineData("45999999999999999999-[\"a\"]")]
    [InlineData("4511-[\"a\"]")]
    [InlineData("42[\"a\"] x")]
    [InlineData("42[\"a\",]")]
    [InlineData("42[\"a\"]//")]
    public void Read_OfWhatIsNoPacket_IsNull(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void Read_OfALongNamespace_IsNull()
    {
        Read("40/" + new string('n', 255)).ShouldNotBeNull();
        Read("40/" + new string('n', 256)).ShouldBeNull();
    }

    [Theory]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("\\uD800", "\ufffd")]
    [InlineData("\\udc00x", "\ufffdx")]
    [InlineData("\\ud800\\ud83d\\ude00", "\ufffd\U0001F600")]
    [InlineData("\\\\ud800", "\\ud800")]
    [InlineData("\\ud800\\\\ud800", "\ufffd\\ud800")]
    [InlineData("\\ud800\\u0041", "\ufffdA")]
    public void Read_OfHalfACharacter_PutsAMarkInItsPlace(string escaped, string text) => Read($"42[\"a\",\"{escaped}\"]")!.Data[1].GetString().ShouldBe(text);

    [Fact]
    public void Packets_ThatAreWritten_AreReadTheSame() => Prop.ForAll(
        Values.ArrayOf().ToArbitrary(),
        Gen.OneOf(Gen.Constant("/"), Texts.Select(text => "/" + new string([.. text.Where(unit => unit != ',').Take(20)]))).ToArbitrary(),
        Gen.OneOf(Gen.Constant<long?>(null), Gen.Choose(0, int.MaxValue).Select(number => (long?)number)).ToArbitrary(),
        (values, target, id) =>
        {
            target = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(target));
            var packets = Writer.Event("name", values, target, id);
            var decoder = new SocketDecoder(new SocketOptions { MaxAttachments = int.MaxValue }, int.MaxValue);
            SocketPacket? packet = null;
            foreach (var part in packets)
            {
                packet.ShouldBeNull("Only the last part completes it.");
                decoder.TryTake(new EngineMessage(part.IsBinary ? part.Data : part.Data[1..], part.IsBinary), out packet).ShouldBeTrue();
            }
            packet.ShouldNotBeNull();
            (packet.Namespace, packet.Id, packet.IsEvent).ShouldBe((target, id, true));
            var again = Writer.Event("name", packet.ToArguments().ToValues(), target, id);
            again.Select(part => Convert.ToBase64String(part.Data.Span)).ShouldBe(packets.Select(part => Convert.ToBase64String(part.Data.Span)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfAnyBytes_NeverThrows() => Prop.ForAll(
        Bytes.ToArbitrary(),
        Gen.Choose(0, 6).ToArbitrary(),
        (bytes, kind) =>
        {
            var text = Encoding.UTF8.GetBytes($"{kind}{Encoding.UTF8.GetString(bytes)}");
            SocketPacketReader.Read(text, Options);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Plain_WithoutPayload_IsHeadAlone()
    {
        Encoding.UTF8.GetString(Writer.Plain(SocketPacketKind.Disconnect, "/", null).Data.Span).ShouldBe("41");
        Encoding.UTF8.GetString(Writer.Plain(SocketPacketKind.Disconnect, "/x", null).Data.Span).ShouldBe("41/x,");
    }

    private static Dictionary<string, object?> Nested(string name, byte[] first, byte[] second) => new() { [name] = new object?[] { first, true, second } };

    private static SocketPacket? Read(string text) => SocketPacketReader.Read(Encoding.UTF8.GetBytes(text).AsSpan(Math.Min(1, text.Length)), Options);
}

using Eliza.Infrastructure.Media.Describing;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Media;

public sealed class ImageHeaderTests
{
    private static readonly string[] Types = ["image/png", "image/gif", "image/jpeg", "application/pdf"];

    /// <summary>An application's part, a table, and a frame of 640 × 480.</summary>
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 6, 1, 2, 3, 4, 0xFF, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0x01, 0xFF, 0xC2, 0, 11, 8, 1, 0xE0, 2, 0x80, 3, 1, 0x22, 0,
    ];

    [Fact]
    public void SizeOf_EachType_IsWhatItsHeaderSays()
    {
        SizeOf("image/png", Png(640, 480)).ShouldBe((640u, 480u));
        SizeOf("image/png", Png(65535, 1)).ShouldBe((65535u, 1u));
        SizeOf("image/gif", Gif(640, 480)).ShouldBe((640u, 480u));
        SizeOf("image/jpeg", Jpeg).ShouldBe((640u, 480u));
        SizeOf("application/pdf", Png(640, 480)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0u, 480u)]
    [InlineData(640u, 0u)]
    [InlineData(65536u, 1u)]
    [InlineData(1u, 0x7FFFFFFFu)]
    [InlineData(0xFFFFFFFFu, 0xFFFFFFFFu)]
    public void SizeOf_ThatNoImageHas_IsNotBelieved(uint width, uint height)
    {
        SizeOf("image/png", Png(width, height)).ShouldBeNull();
        if (width <= ushort.MaxValue && height <= ushort.MaxValue) SizeOf("image/gif", Gif((ushort)width, (ushort)height)).ShouldBeNull();
    }

    [Fact]
    public void SizeOf_AJpegThatNeverComesToThePoint_IsUnknown()
    {
        SizeOf("image/jpeg", [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 5_000_000)]).ShouldBeNull();
        SizeOf("image/jpeg", [0xFF, 0xD8, .. Enumerable.Repeat(new byte[] { 0xFF, 0xE1, 0, 2 }, 100_000).SelectMany(part => part)]).ShouldBeNull();
        SizeOf("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0xFF, 0xC0, 0, 11, 8, 1, 1, 1, 1]).ShouldBeNull("a part is no shorter than its length");
        SizeOf("image/jpeg", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0xFF, 0xC0, 0, 11, 8, 1, 1, 1, 1]).ShouldBeNull("the picture itself has begun");
        SizeOf("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF]).ShouldBeNull("the part reaches beyond the end");
    }

    [Fact]
    public void SizeOf_AHeaderThatIsCutOff_IsUnknown()
    {
        for (var length = 0; length < 24; length++) SizeOf("image/png", Png(640, 480)[..length]).ShouldBeNull();
        for (var length = 0; length < 10; length++) SizeOf("image/gif", Gif(640, 480)[..length]).ShouldBeNull();
        for (var length = 0; length < 27; length++) SizeOf("image/jpeg", Jpeg[..length]).ShouldBeNull();
    }

    /// <summary>Truncated, garbled, and made up altogether.</summary>
    [Fact]
    public void SizeOf_AnyBytes_NeverThrows()
    {
        byte[][] samples = [Png(640, 480), Gif(640, 480), Jpeg, MediaSamples.Jpeg, [0xFF, 0xD8]];
        var garbled = from sample in Gen.Elements(samples)
                      from length in Gen.Choose(0, sample.Length)
                      from more in ArbMap.Default.GeneratorFor<byte[]>()
                      from changed in Gen.Elements(0, 1, 3)
                      from places in Gen.Choose(0, Math.Max(0, length - 1)).ListOf(changed)
                      select Garble([.. sample[..length], .. more ?? []], places);
        Prop.ForAll(garbled.ToArbitrary(), Gen.Elements(Types).ToArbitrary(), (bytes, type) =>
            SizeOf(type, bytes) is null or { Width: > 0 and <= ushort.MaxValue, Height: > 0 and <= ushort.MaxValue }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static byte[] Garble(byte[] bytes, IEnumerable<int> places)
    {
        foreach (var place in places.Where(place => place < bytes.Length)) bytes[place] = (byte)(bytes[place] * 31 + 0xFF);
        return bytes;
    }

    private static (uint Width, uint Height)? SizeOf(string type, byte[] bytes) => ImageHeader.SizeOf(type, new MemoryStream(bytes));

    private static byte[] Png(uint width, uint height) =>
        [.. MediaSamples.Png[..16], .. BitConverter.GetBytes(width).Reverse(), .. BitConverter.GetBytes(height).Reverse(), 8, 6, 0, 0, 0];

    private static byte[] Gif(ushort width, ushort height) =>
        [.. "GIF89a"u8, .. BitConverter.GetBytes(width), .. BitConverter.GetBytes(height), 0, 0, 0, 0x3B];
}

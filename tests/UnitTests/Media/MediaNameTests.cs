using System.Text;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Media;

public sealed class MediaNameTests
{
    private static readonly MediaType Png = MediaType.From("image/png");

    [Theory]
    [InlineData("photo.png", "photo.png")]
    [InlineData("Photo 1 (final).PNG", "Photo 1 (final).PNG")]
    [InlineData("Straße 猫 🙂.png", "Straße 猫 🙂.png")]
    [InlineData("blob", "blob.png")]
    [InlineData("", "file.png")]
    [InlineData(null, "file.png")]
    [InlineData(".png", "file.png")]
    [InlineData("...", "__.png")]
    [InlineData("  photo.png  ", "photo.png")]
    [InlineData("C:\\Users\\ada\\photo.png", "photo.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("/", "file.png")]
    [InlineData("a/..", "__.png")]
    [InlineData("a..b.png", "a__b.png")]
    [InlineData("photo..png", "photo.png")]
    [InlineData("a\r\nSet-Cookie: x=1.png", "a__Set-Cookie_ x=1.png")]
    [InlineData("a\"b<c>d|e?f*g:h.png", "a_b_c_d_e_f_g_h.png")]
    [InlineData("\u202Egnp.exe", "_gnp.exe.png")]
    [InlineData("a\0\u007f\u0085\u2028\ufeffb.png", "a_____b.png")]
    [InlineData("𐀺.png", "𐀺.png")]
    public void Of_WhenNamedAnyhow_IsSafe(string? raw, string expected) => MediaName.Of(raw, Png).Value.ShouldBe(expected);

    /// <summary>An attribute cannot hold half a surrogate pair.</summary>
    [Fact]
    public void Of_WhenItHoldsHalfACharacter_IsSafe() => MediaName.Of("a\ud800b.png", Png).Value.ShouldBe("a_b.png");

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("猫")]
    [InlineData("🙂")]
    public void Of_WhenTooLong_KeepsWholeCharactersAndItsEnding(string letter)
    {
        var name = MediaName.Of(string.Concat(Enumerable.Repeat(letter, 400)) + ".png", Png).Value;

        name.ShouldEndWith(letter + ".png");
        Encoding.UTF8.GetByteCount(name).ShouldBeInRange(MediaName.MaxBytes - 3, MediaName.MaxBytes);
    }

    [Fact]
    public void Of_WhateverTheName_IsSafeEverywhere() => Prop.ForAll<string?>(raw =>
    {
        var name = MediaName.Of(raw, Png).Value;

        name.Length.ShouldBeGreaterThan(4);
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThanOrEqualTo(MediaName.MaxBytes);
        name.ShouldEndWith(".png", Case.Insensitive);
        name.Any(c => char.IsControl(c) || "/\\\"<>|?*:".Contains(c)).ShouldBeFalse();
        name.ShouldNotContain("..");
        name.ShouldNotStartWith(".");
        Attachment.IsAllowedUrl($"/media/{Guid.Empty}/{Uri.EscapeDataString(name)}").ShouldBeTrue();
        MediaName.FromTrusted(name).ShouldBe(MediaName.Of(raw, Png));
    }).QuickCheckThrowOnFailure();
}

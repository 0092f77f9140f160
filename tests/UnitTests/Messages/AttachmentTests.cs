using Eliza.Domain.Messages;

namespace Eliza.UnitTests.Messages;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("http://x.example/a.png")]
    [InlineData("https://x.example")]
    [InlineData("HTTPS://X.example:8443/a%20b?c=d#e")]
    [InlineData("https://x.example/猫.png")]
    [InlineData("/media/uploads/a.png")]
    [InlineData("/media/a b.png")]
    public void IsAllowedUrl_WhenWebOrOwnMedia_IsTrue(string url) => Attachment.IsAllowedUrl(url).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.png")]
    [InlineData("//x.example/a.png")]
    [InlineData("http://")]
    [InlineData("ftp://x.example/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:image/png;base64,AA==")]
    [InlineData("/media")]
    [InlineData("/Media/a.png")]
    [InlineData("media/a.png")]
    [InlineData("/media/../secret")]
    [InlineData("/media/..\\secret")]
    [InlineData("/media/a\\b.png")]
    [InlineData("/media/a\0.png")]
    public void IsAllowedUrl_WhenAnythingElse_IsFalse(string? url) => Attachment.IsAllowedUrl(url).ShouldBeFalse();

    [Theory]
    [InlineData(" https://x.example")]
    [InlineData("https://x.example\n")]
    [InlineData("https://x.example/a b.png")]
    [InlineData("https://x.example/\0")]
    [InlineData("https://x.example/\u0007")]
    [InlineData("/media/%2e%2e/secret")]
    [InlineData("/media/.%2E/secret")]
    public void IsAllowedUrl_WhenAClientWouldReadItOtherwise_IsFalse(string url) => Attachment.IsAllowedUrl(url).ShouldBeFalse();

    [Fact]
    public void IsAllowedUrl_WhenOfLength_IsTrueUpToTheLimit()
    {
        const string Start = "https://x.example/";

        Attachment.IsAllowedUrl(Start + new string('a', Attachment.MaxUrlLength - Start.Length)).ShouldBeTrue();
        Attachment.IsAllowedUrl(Start + new string('a', Attachment.MaxUrlLength - Start.Length + 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("IMAGE/PNG")]
    [InlineData("image/gif; charset=binary")]
    [InlineData("application/pdf")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("audio/mpeg")]
    [InlineData("audio/wav")]
    [InlineData("video/mp4")]
    [InlineData("video/quicktime")]
    public void IsSupportedType_WhenContentTypeIsOurs_IsTrueWhateverTheName(string type) => Attachment.IsSupportedType(type, "a.exe").ShouldBeTrue();

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("application/octet-stream")]
    [InlineData("image")]
    [InlineData("")]
    public void IsSupportedType_WhenContentTypeIsAnother_IsFalseWhateverTheName(string type) => Attachment.IsSupportedType(type, "a.png").ShouldBeFalse();

    [Fact]
    public void IsSupportedType_WhenItsParametersAreEndlessOrHoldControls_IsFalse()
    {
        Attachment.IsSupportedType("image/png;" + new string('a', 300), null).ShouldBeFalse();
        Attachment.IsSupportedType("image/png;\0", null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a.jpg", true)]
    [InlineData("a.JPEG", true)]
    [InlineData("a.png", true)]
    [InlineData("a.gif", true)]
    [InlineData("a.pdf", true)]
    [InlineData("a.docx", true)]
    [InlineData("a.mp3", true)]
    [InlineData("a.wav", true)]
    [InlineData("a.mp4", true)]
    [InlineData("a.b.mov", true)]
    [InlineData(".png", true)]
    [InlineData("a.png.exe", false)]
    [InlineData("a.svg", false)]
    [InlineData("png", false)]
    [InlineData("a.", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsSupportedType_WhenThereIsNoContentType_GoesByTheEnding(string? name, bool expected) => Attachment.IsSupportedType(null, name).ShouldBe(expected);

    [Theory]
    [InlineData("/media/0192/report.pdf", "report.pdf")]
    [InlineData("/media/0192/report.pdf?download=1", "report.pdf")]
    [InlineData("https://example.com/a/photo.png?size=2#top", "photo.png")]
    [InlineData("https://example.mp4", "")]
    [InlineData("https://example.com/", "")]
    public void NameIn_AUrl_IsWhatItsPathEndsWith(string url, string name) => Attachment.NameIn(url).ShouldBe(name);
}

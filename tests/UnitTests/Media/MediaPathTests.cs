using Eliza.Domain.Media;

namespace Eliza.UnitTests.Media;

public sealed class MediaPathTests
{
    private static readonly MediaId Id = new(new Guid("3ed1a000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData("/media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("/media/3ed1a000-0000-7000-8000-000000000001/")]
    [InlineData("/media/3ed1a000-0000-7000-8000-000000000001/any/name.pdf")]
    [InlineData("/media/3ed1a000-0000-7000-8000-000000000001?download=1")]
    [InlineData("/media/3ed1a000-0000-7000-8000-000000000001#page=2")]
    public void IdIn_APathOfOurs_IsTheFile(string url) => MediaPath.IdIn(url).ShouldBe(Id);

    [Theory]
    [InlineData("")]
    [InlineData("/media/")]
    [InlineData("/media/photo.png")]
    [InlineData("/Media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("//media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("/x/media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("http://localhost:3000/media/3ed1a000-0000-7000-8000-000000000001")]
    [InlineData("https://example.com/media/3ed1a000-0000-7000-8000-000000000001/a.png")]
    public void IdIn_AnythingElse_IsNone(string url) => MediaPath.IdIn(url).ShouldBeNull();

    [Fact]
    public void Of_AnyName_LeadsBackToTheFile() =>
        MediaPath.IdIn(MediaPath.Of(Id, MediaName.FromTrusted("Straße ?#%2e.png"))).ShouldBe(Id);
}

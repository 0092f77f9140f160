using Eliza.WebApi.Hosting;
using Microsoft.Extensions.Configuration;

namespace Eliza.UnitTests.Hosting;

public sealed class CrossOriginOptionsTests
{
    [Theory]
    [InlineData("https://app.example.com", "https://app.example.com")]
    [InlineData(" https://a.example , http://localhost:5173,", "https://a.example http://localhost:5173")]
    [InlineData("HTTPS://App.Example.COM:443", "https://app.example.com")]
    [InlineData("http://app.example.com:80", "http://app.example.com")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("http://192.168.0.7:8080", "http://192.168.0.7:8080")]
    [InlineData("capacitor://localhost", "capacitor://localhost")]
    [InlineData("https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example")]
    public void Read_WhenDecent_GivesOriginsAsBrowsersSendThem(string text, string origins)
    {
        var options = Read(("Cors:AllowedOrigins", text));

        options.IsValid.ShouldBeTrue();
        string.Join(' ', options.Origins).ShouldBe(origins);
    }

    [Theory]
    [InlineData("app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/path")]
    [InlineData("https://app.example.com?query")]
    [InlineData("https://app.example.com#fragment")]
    [InlineData("https://user@app.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("https://app.example.com:99999")]
    [InlineData("https://app.example.com:0")]
    [InlineData("https://app.example.com:")]
    [InlineData("https://app .example.com")]
    [InlineData("https://")]
    [InlineData("https://münchen.example")]
    [InlineData("null")]
    [InlineData("*,https://app.example.com")]
    [InlineData("*, *")]
    [InlineData("https://a.example;https://b.example")]
    [InlineData("javascript:alert(1)")]
    public void Read_WhenMalformed_IsNotValid(string text) => Read(("Cors:AllowedOrigins", text)).IsValid.ShouldBeFalse();

    [Fact]
    public void Read_WhenAList_TakesEachItem()
    {
        Read(("Cors:AllowedOrigins:0", "https://a.example"), ("Cors:AllowedOrigins:1", "https://b.example")).AllowedOrigins.Count.ShouldBe(2);
        Read(("Cors:AllowedOrigins:0", "https://a.example"), ("Cors:AllowedOrigins:1", "")).IsValid.ShouldBeFalse();
        Read(("Cors:AllowedOrigins:0", "*")).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Read_WhenThereIsNothing_AllowsNobody()
    {
        Read().AllowedOrigins.ShouldBeEmpty();
        Read(("Cors:AllowedOrigins", "")).AllowedOrigins.ShouldBeEmpty();
        Read().IsValid.ShouldBeTrue();
    }

    private static CrossOriginOptions Read(params (string Name, string Value)[] settings)
    {
        var options = new CrossOriginOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
        return options;
    }
}

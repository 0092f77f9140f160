using System.Text.Json;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.Gateway;
using Microsoft.Extensions.Primitives;

namespace Eliza.UnitTests.Realtime.Gateway;

public sealed class HandshakeCredentialTests
{
    [Theory]
    [InlineData("""{"token":"t"}""", "t", true)]
    [InlineData("""{"token":"Bearer t"}""", "t", true)]
    [InlineData("""{"token":"bearer  t "}""", "t", true)]
    [InlineData("""{"token":"t","apiKey":"k"}""", "t", true)]
    [InlineData("""{"token":"","apiKey":"k"}""", "k", false)]
    [InlineData("""{"token":7,"apiKey":"k"}""", "k", false)]
    [InlineData("""{"token":"Bearer ","apiKey":"k"}""", "k", false)]
    [InlineData("""{"apiKey":"k"}""", "k", false)]
    [InlineData("{}", "header", false)]
    [InlineData("""{"token":null,"apiKey":""}""", "header", false)]
    [InlineData("[]", "header", false)]
    public void Of_WhatIsPresented_TakesTheAuthBeforeTheHeaders(string auth, string text, bool isBearer) =>
        HandshakeCredential.Of(JsonElement.Parse(auth), With("X-API-Key", "header")).ShouldBe(new PresentedCredential(text, isBearer));

    [Fact]
    public void Of_NothingPresented_IsNothing() => HandshakeCredential.Of(JsonElement.Parse("{}"), With("Accept", "*/*")).ShouldBeNull();

    private static EngineHandshake With(string name, string value) => new(
        new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase) { [name] = value }, new Dictionary<string, StringValues>(), RemoteAddress: null, IsHttps: false);
}

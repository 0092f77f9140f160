using Eliza.UnitTests.TestData;
using Eliza.WebApi.Input;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.Input;

public sealed class PresentedCredentialTests
{
    [Theory]
    [InlineData("Bearer key")]
    [InlineData("bearer key")]
    [InlineData("BEARER key")]
    [InlineData("bEaReR    key")]
    [InlineData("Bearer key  ")]
    public void Of_WhenABearerInAnyCase_IsIt(string authorization) => Of(authorization, null).ShouldBe(new PresentedCredential("key", IsBearer: true));

    [Fact]
    public void Of_WhenOnlyTheKeyHeaderIsThere_IsIt() => Of(null, "key").ShouldBe(new PresentedCredential("key", IsBearer: false));

    [Fact]
    public void Of_WhenBothAreThere_IsTheBearer() => Of("Bearer token", "key").ShouldBe(new PresentedCredential("token", IsBearer: true));

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer2 token")]
    [InlineData("token")]
    [InlineData("")]
    public void Of_WhenAProxyUsesAuthorizationForItself_IsTheKeyHeader(string authorization) =>
        Of(authorization, "key").ShouldBe(new PresentedCredential("key", IsBearer: false));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("Bearer", null)]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer    ", null)]
    [InlineData("Basic dXNlcjpwYXNz", null)]
    [InlineData("Bearertoken", null)]
    [InlineData("Bearer\ttoken", null)]
    public void Of_WhenNothingIsPresented_IsNull(string? authorization, string? key) => Of(authorization, key).ShouldBeNull();

    [Fact]
    public void Of_WhenTheTextHoldsBlanks_KeepsThemForTheLookUpToRefuse() =>
        Of("Bearer one two", null).ShouldBe(new PresentedCredential("one two", IsBearer: true));

    [Fact]
    public void Of_WhenAHeaderComesTwice_IsNoneOfTheTwo()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = new(["Bearer one", "Bearer two"]);

        PresentedCredential.Of(context.Request)!.Text.ShouldNotBeOneOf("one", "two");
    }

    [Fact]
    public void ToString_OfACredential_TellsNoSecret() => $"{Of("Bearer secret", null)}".ShouldBe("PresentedCredential");

    [Theory]
    [InlineData("Bearer", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", false)]
    [InlineData("Bearer", "..", false)]
    [InlineData("Bearer", "one.point", true)]
    [InlineData("Bearer", "three.points.are.none", true)]
    [InlineData("Bearer", KeyTexts.Agent, false)]
    [InlineData("Bearer", "eliza_agent_", false)]
    [InlineData("Bearer", "Eliza_agent_0123456789", true)]
    [InlineData("Bearer", KeyTexts.Service, true)]
    [InlineData("Bearer", "a-key-of-the-operators-own-making", true)]
    [InlineData(null, "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", true)]
    [InlineData(null, KeyTexts.Agent, false)]
    [InlineData(null, KeyTexts.Service, true)]
    public void MayBeOfService_OfACredential_GoesByItsForm(string? scheme, string text, bool mayBe) =>
        (scheme is null ? Of(null, text) : Of($"{scheme} {text}", null))!.MayBeOfService.ShouldBe(mayBe);

    private static PresentedCredential? Of(string? authorization, string? key)
    {
        var context = new DefaultHttpContext();
        if (authorization is not null) context.Request.Headers.Authorization = authorization;
        if (key is not null) context.Request.Headers["X-API-Key"] = key;
        return PresentedCredential.Of(context.Request);
    }
}

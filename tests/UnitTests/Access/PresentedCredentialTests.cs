using System.Security.Claims;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Access;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.Access;

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

    [Fact]
    public void Current_WhenTheRequestIsAuthenticated_IsItsCaller()
    {
        var identity = new CallerIdentity(Callers.Ada, "scheme");
        var accessor = new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(identity) } };

        new HttpCaller(accessor).Current.ShouldBe(Callers.Ada);
        (identity.IsAuthenticated, identity.Name, identity.AuthenticationType).ShouldBe((true, "ada", "scheme"));
    }

    [Fact]
    public void Current_WhenNobodyCallsOrThereIsNoRequest_IsNull()
    {
        new HttpCaller(new FakeHttpContextAccessor()).Current.ShouldBeNull();
        new HttpCaller(new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext() }).Current.ShouldBeNull();
        var foreign = new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "other scheme");
        new HttpCaller(new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(foreign) } }).Current.ShouldBeNull();
    }

    private static PresentedCredential? Of(string? authorization, string? key)
    {
        var context = new DefaultHttpContext();
        if (authorization is not null) context.Request.Headers.Authorization = authorization;
        if (key is not null) context.Request.Headers["X-API-Key"] = key;
        return PresentedCredential.Of(context.Request);
    }
}

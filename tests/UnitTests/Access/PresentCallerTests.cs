using System.Security.Claims;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Access;
using Microsoft.AspNetCore.Http;

namespace Eliza.UnitTests.Access;

public sealed class PresentCallerTests
{
    [Fact]
    public void Current_WhenTheRequestIsAuthenticated_IsItsCaller()
    {
        var identity = new CallerIdentity(Callers.Ada, "scheme");
        var accessor = new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(identity) } };

        new PresentCaller(accessor).Current.ShouldBe(Callers.Ada);
        (identity.IsAuthenticated, identity.Name, identity.AuthenticationType).ShouldBe((true, "ada", "scheme"));
    }

    [Fact]
    public void Current_WhenNobodyCallsOrThereIsNoRequest_IsNull()
    {
        new PresentCaller(new FakeHttpContextAccessor()).Current.ShouldBeNull();
        new PresentCaller(new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext() }).Current.ShouldBeNull();
        var foreign = new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "other scheme");
        new PresentCaller(new FakeHttpContextAccessor { HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(foreign) } }).Current.ShouldBeNull();
    }
}

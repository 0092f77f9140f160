using System.Security.Claims;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Access;

/// <summary>An authenticated caller in the form in which ASP.NET carries it.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity([new(ClaimTypes.Name, caller.Name)], scheme)
{
    public Caller Caller => caller;
}

using Eliza.Application.Common;

namespace Eliza.WebApi.Access;

/// <summary>The caller of the present HTTP request; outside of one, the server itself.</summary>
internal sealed class HttpCaller(IHttpContextAccessor accessor) : ICaller
{
    public string? Name => accessor.HttpContext?.User.Identity?.Name;
}

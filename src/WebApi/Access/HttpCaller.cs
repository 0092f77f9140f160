using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Access;

/// <summary>The caller of the present HTTP request; nobody when it came without a credential, or when there is no request at all.</summary>
internal sealed class HttpCaller(IHttpContextAccessor accessor) : ICaller
{
    public Caller? Current => (accessor.HttpContext?.User.Identity as CallerIdentity)?.Caller;
}

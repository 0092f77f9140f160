using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Access;

/// <summary>
/// The caller at work in the present scope: whoever was told to be, which is how a connection that outlives its request acts; else
/// that of the present HTTP request; else nobody.
/// </summary>
internal sealed class PresentCaller(IHttpContextAccessor accessor) : ICaller
{
    private Caller? _told;

    public Caller? Current => _told ?? (accessor.HttpContext?.User.Identity as CallerIdentity)?.Caller;

    /// <summary>From now on the scope acts for this caller, whatever request it may have begun in.</summary>
    public void Become(Caller caller) => _told = caller;
}

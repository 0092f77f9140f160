using System.ComponentModel.DataAnnotations;

namespace Eliza.Infrastructure.Access;

/// <summary>The section <c>Auth</c> of the configuration.</summary>
internal sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>The key of the operator. Made at the first start when it is not set.</summary>
    [MinLength(32)]
    public string? BootstrapApiKey { get; set; }
}

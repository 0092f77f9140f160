namespace Eliza.Infrastructure.Access;

/// <summary>The section <c>Auth</c> of the configuration.</summary>
internal sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>The key of the operator. At least 32 visible ASCII characters; made at the first start when it is not set.</summary>
    public string? BootstrapApiKey { get; set; }

    public JwtOptions Jwt { get; set; } = new();
}

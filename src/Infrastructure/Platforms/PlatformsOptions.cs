using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Platforms;

/// <summary>The section <c>Platforms</c> of the configuration.</summary>
internal sealed class PlatformsOptions
{
    public const string Section = "Platforms";
    public const int MaxReplyTimeoutSeconds = 120;

    /// <summary>The agent that answers what comes from a platform: Eliza unless told.</summary>
    public string AgentId { get; set; } = "e112a000-0000-4000-8000-000000000001";

    /// <summary>How long the sender of an external message waits for the reply: 0 to 120.</summary>
    public int ReplyTimeoutSeconds { get; set; } = 30;

    public PlatformOptions Discord { get; set; } = new();

    public PlatformOptions Telegram { get; set; } = new();

    public PlatformOptions Twitter { get; set; } = new();

    /// <summary>The platform's own agent, else the one of all.</summary>
    public string AgentOf(string platform) => Of(platform).AgentId ?? AgentId;

    public static bool IsAgent(string? id) => ActorId.Create(id).IsSuccess;

    private PlatformOptions Of(string platform) => platform switch
    {
        "discord" => Discord,
        "telegram" => Telegram,
        "twitter" => Twitter,
        _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "Unknown platform."),
    };

    /// <summary>What is decided for one platform alone.</summary>
    internal sealed class PlatformOptions
    {
        public string? AgentId { get; set; }
    }
}

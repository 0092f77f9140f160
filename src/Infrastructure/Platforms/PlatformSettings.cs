using Eliza.Application.Agents;
using Eliza.Application.Platforms;
using Eliza.Application.Platforms.ProcessExternalMessage;
using Eliza.Domain.Common;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Platforms;

internal sealed class PlatformSettings(IOptions<PlatformsOptions> options) : IPlatformSettings, IReplyTimeout<ProcessExternalMessageCommand>
{
    public TimeSpan AtMost => TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds);

    public ActorId AgentOf(string platform) => ActorId.From(options.Value.AgentOf(platform));
}

using Eliza.Application.Agents;
using Eliza.Application.Sessions.SendSessionMessage;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Sessions;

internal sealed class SessionReplyPatience(IOptions<SessionsOptions> options) : IReplyPatience<SendSessionMessageCommand>
{
    public TimeSpan AtMost => TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds);
}

using Eliza.Application.Agents;
using Eliza.Application.Sessions.SendSessionMessage;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Sessions;

internal sealed class SessionReplyTimeout(IOptions<SessionsOptions> options) : IReplyTimeout<SendSessionMessageCommand>
{
    public TimeSpan AtMost => TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds);
}

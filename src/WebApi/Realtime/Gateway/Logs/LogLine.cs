using System.Text.Json.Serialization;

namespace Eliza.WebApi.Realtime.Gateway.Logs;

/// <summary>A line of the log, in the reference's form.</summary>
/// <param name="Level">10 trace, 20 debug, 30 information, 40 warning, 50 error, 60 critical.</param>
/// <param name="Time">In Unix milliseconds.</param>
/// <param name="AgentId">The agent that it is about; left out when it is about none.</param>
internal sealed record LogLine(
    int Level,
    long Time,
    string Msg,
    string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AgentId)
{
    public static int NumberOf(LogLevel level) => 10 * ((int)level + 1);
}

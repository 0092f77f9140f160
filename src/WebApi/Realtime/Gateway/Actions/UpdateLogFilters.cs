using Eliza.Domain.Common;
using Eliza.WebApi.Realtime.Gateway.Logs;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Narrows what a client sees of the log that it watches.</summary>
internal sealed class UpdateLogFilters : IClientAction
{
    private const string Everything = "all";

    public IReadOnlyCollection<string> Names { get; } = ["update_log_filters"];

    public Type PayloadType => typeof(LogFiltersPayload);

    public bool IsCounted => false;

    public Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        var filters = (LogFiltersPayload)call.Payload;
        if (LevelOf(filters.Level) is not { } level) return Task.FromResult<Result<object>>(GatewayErrors.UnknownLevel);
        if (call.Client.LogWatch is not { } watch) return Task.FromResult<Result<object>>(GatewayErrors.NotWatching);
        watch.Narrow(filters.AgentId is null or Everything ? null : filters.AgentId, level);
        var updated = new { success = true, filters = new { agentName = filters.AgentId ?? Everything, level = filters.Level ?? Everything } };
        call.Emit(GatewayEvents.LogFiltersUpdated, updated);
        return Task.FromResult(Result<object>.Success(updated));
    }

    private static int? LevelOf(string? name) => name switch
    {
        null or Everything => 0,
        "trace" => LogLine.NumberOf(LogLevel.Trace),
        "debug" => LogLine.NumberOf(LogLevel.Debug),
        "info" => LogLine.NumberOf(LogLevel.Information),
        "warn" => LogLine.NumberOf(LogLevel.Warning),
        "error" => LogLine.NumberOf(LogLevel.Error),
        "fatal" => LogLine.NumberOf(LogLevel.Critical),
        _ => null,
    };
}

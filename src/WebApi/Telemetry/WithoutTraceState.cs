using System.Diagnostics;
using OpenTelemetry;

namespace Eliza.WebApi.Telemetry;

/// <summary>Takes out of spans what came in <c>tracestate</c>: any client may write anything there.</summary>
internal sealed class WithoutTraceState : BaseProcessor<Activity>
{
    /// <summary>Not null: a span that has none shows its parent's, which may not have ended yet.</summary>
    public override void OnEnd(Activity data) => data.TraceStateString = "";
}

using Eliza.Domain.Common;

namespace Eliza.Domain.Jobs;

public static class JobErrors
{
    public static readonly Error NoAgent = new(
        "Job.NoAgent", ErrorKind.NotFound, "Agent not found", "There is no active agent that could be asked");

    public static readonly Error TooMany = new(
        "Job.TooMany", ErrorKind.Unavailable, "Service is busy", $"At most {Job.MaxUnexpired} jobs of yours may wait for their answers; try again when some of them have expired");

    public static Error AgentInactive(ActorId agent) => new(
        "Job.AgentInactive", ErrorKind.Conflict, "Agent is not active", $"Agent '{agent}' is not active and would not answer");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Job.NotFound", ErrorKind.NotFound, "Job not found", $"Job with ID '{id}' does not exist");
}

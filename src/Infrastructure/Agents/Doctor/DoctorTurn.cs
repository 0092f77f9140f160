namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>An answer, and the state to hand over with the next line.</summary>
internal sealed record DoctorTurn(string Reply, DoctorState State);

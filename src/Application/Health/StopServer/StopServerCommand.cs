using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Health.StopServer;

/// <summary>Ends the server, once this is answered. Admins alone may. What stops already stops.</summary>
public sealed record StopServerCommand : ICommand<StopReport>, IRepeatable;

/// <param name="Stopping">True.</param>
public sealed record StopReport(bool Stopping);

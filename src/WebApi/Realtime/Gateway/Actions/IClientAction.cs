using Eliza.Domain.Common;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Something that a client may ask for over its connection. A further one is one class, registered with the others.</summary>
internal interface IClientAction
{
    /// <summary>The events that ask for it.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>What the event's payload is read into.</summary>
    Type PayloadType { get; }

    /// <summary>Whether a handler of the application counts it against the caller's limit; else the dispatcher does.</summary>
    bool IsCounted { get; }

    /// <summary>Does it.</summary>
    /// <param name="call">What was asked, by whom.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    /// <returns>What the client's acknowledgement says, or why it was not done.</returns>
    Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken);
}

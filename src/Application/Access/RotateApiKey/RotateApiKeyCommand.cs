using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Access.RotateApiKey;

/// <summary>Gives a key another text; its id, scopes and limits stay. Admins alone may.</summary>
/// <param name="KeyId">From the path, as the client wrote it.</param>
/// <param name="GracePeriodSeconds">How long the old text is still taken, a week at most; not at all when missing.</param>
/// <param name="ExpiresInSeconds">How long the key is valid from now on; its end stays when missing.</param>
public sealed record RotateApiKeyCommand(string KeyId, long? GracePeriodSeconds, long? ExpiresInSeconds)
    : ICommand<IssuedApiKey>, IIdempotent, IShownOnce;

using Eliza.Domain.Access;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>A service's key to read with, made now and valid for ever, unless told otherwise.</summary>
internal sealed record ApiKeyBuilder
{
    public string Text { get; init; } = KeyTexts.Service;

    public ActorId? AgentId { get; init; }

    public Scopes Scopes { get; init; } = Scopes.MessagesRead;

    public TimeSpan? Lifetime { get; init; }

    public int? RequestsPerMinute { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = Times.Now;

    public ApiKey Build() => ApiKey.Create(Text, new ApiKeyDraft(DisplayName.From("back end"), AgentId, Scopes, Lifetime, RequestsPerMinute), CreatedAt);
}

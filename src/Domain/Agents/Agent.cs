using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Somebody who answers by program. It takes part in channels under its id, as people do.</summary>
public sealed class Agent : AggregateRoot
{
    private Agent() { }

    public ActorId Id { get; private set; } = null!;

    public DisplayName Name { get; private set; } = null!;

    public AgentKind Kind { get; private set; } = null!;

    /// <summary>The runs of an inactive agent end without an answer.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whom it answers where other agents are.</summary>
    public ReplyPolicy ReplyPolicy { get; private set; }

    public AgentSettings Settings { get; private set; } = AgentSettings.None;

    /// <summary>What its makers tell of it (bio, topics, style …), kept and given back as it came.</summary>
    public Metadata Character { get; private set; } = Metadata.Empty;

    /// <summary>What signs the calls to its webhook; null for other kinds. It must be read to sign, so it is no hash.</summary>
    public string? WebhookSecret { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last changed it; its creation at first.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The embedded agent: Weizenbaum's DOCTOR, made with the database.</summary>
    public static Agent Eliza(DateTimeOffset now) => new()
    {
        Id = ActorId.From("e112a000-0000-4000-8000-000000000001"),
        Name = DisplayName.From("Eliza"),
        Kind = AgentKind.Eliza,
        IsActive = true,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <param name="id">Nobody else's, person or agent.</param>
    /// <param name="draft">What its makers decided.</param>
    /// <param name="isActive">Whether it answers from the start.</param>
    /// <param name="webhookSecret">What will sign the calls to its webhook; null for other kinds.</param>
    /// <param name="now">The present time.</param>
    public static Agent Create(ActorId id, AgentDraft draft, bool isActive, string? webhookSecret, DateTimeOffset now)
    {
        var agent = new Agent
        {
            Id = id,
            Name = draft.Name,
            Kind = draft.Kind,
            IsActive = isActive,
            ReplyPolicy = draft.ReplyPolicy,
            Settings = draft.Settings,
            Character = draft.Character,
            WebhookSecret = webhookSecret,
            CreatedAt = now,
            UpdatedAt = now,
        };
        agent.Raise(new AgentCreated(id));
        return agent;
    }

    /// <summary>Gives the agent a new form; of what kind it is stays, and whether it is active.</summary>
    public Result<Agent> Change(AgentDraft draft, DateTimeOffset now)
    {
        if (draft.Kind != Kind) return AgentErrors.KindIsFixed;
        Name = draft.Name;
        ReplyPolicy = draft.ReplyPolicy;
        Settings = draft.Settings;
        Character = draft.Character;
        Touch(now);
        Raise(new AgentChanged(Id));
        return this;
    }

    public void Start(DateTimeOffset now)
    {
        if (IsActive) return;
        IsActive = true;
        Touch(now);
        Raise(new AgentStarted(Id));
    }

    public void Stop(DateTimeOffset now)
    {
        if (!IsActive) return;
        IsActive = false;
        Touch(now);
        Raise(new AgentStopped(Id));
    }

    /// <summary>Signs from now on with another secret.</summary>
    public Result<Agent> Rotate(string webhookSecret, DateTimeOffset now)
    {
        if (Kind != AgentKind.Webhook) return AgentErrors.NoWebhook;
        WebhookSecret = webhookSecret;
        Touch(now);
        return this;
    }

    /// <summary>Says that it goes; the repository removes it.</summary>
    public void Delete() => Raise(new AgentDeleted(Id));

    /// <summary>Later than any change before, as that is how the database tells two changes at once apart.</summary>
    private void Touch(DateTimeOffset now) => UpdatedAt = now >= UpdatedAt.AddMilliseconds(1) ? now : UpdatedAt.AddMilliseconds(1);
}

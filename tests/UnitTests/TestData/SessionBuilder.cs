using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.TestData;

/// <summary>Ada's session with Eliza as a server has it whose configuration says nothing, opened just now, unless told otherwise. Times are in minutes.</summary>
internal sealed record SessionBuilder
{
    public static readonly SessionId Id = new(new Guid("5e550000-0000-7000-8000-000000000001"));

    public double Timeout { get; init; } = 30;

    public double MaxDuration { get; init; } = 720;

    public double Warning { get; init; } = 5;

    public bool AutoRenew { get; init; } = true;

    public string Owner { get; init; } = Callers.Ada.Id;

    public SessionTimeouts Timeouts => new(TimeSpan.FromMinutes(Timeout), TimeSpan.FromMinutes(MaxDuration), TimeSpan.FromMinutes(Warning), AutoRenew);

    /// <summary>So many minutes after it was opened.</summary>
    public static DateTimeOffset At(double minutes) => Times.Now.AddMinutes(minutes);

    public Session Build() => Session.Open(Id, Ids.Channel, Ids.Eliza, Ids.Ada, Owner, Metadata.Empty, Timeouts, Times.Now);
}

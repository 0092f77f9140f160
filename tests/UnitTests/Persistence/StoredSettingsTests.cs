using Eliza.Domain.Agents;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence.Conversions;

namespace Eliza.UnitTests.Persistence;

public sealed class StoredSettingsTests
{
    private readonly StoredSettings.Converter _converter = new();

    [Fact]
    public void Settings_WhenStored_ComeBackTheSame()
    {
        var settings = new AgentSettings
        {
            System = "Be kind.", Model = "m", MaxTokens = 7, Temperature = 0.5, HistoryLength = 3, TimeoutSeconds = 9, WebhookUrl = "https://x.example/", CacheReplies = true,
            SessionTimeouts = SessionTimeoutChoice.OfMinutes(7.3, 0.1, 1, autoRenew: false),
        };

        Read(Write(settings)).ShouldBe(settings);
        Read(Write(AgentSettings.None)).ShouldBe(AgentSettings.None);
    }

    [Fact]
    public void Settings_WhenStored_HaveTheNamesThatRowsAreReadBy()
    {
        Write(new AgentSettings { SessionTimeouts = SessionTimeoutChoice.OfMinutes(60, 600, 5, autoRenew: false) })
            .ShouldBe("""{"session":60,"sessionMax":600,"sessionWarning":5,"sessionRenew":false}""");
        Write(AgentSettings.None).ShouldBe("{}");
    }

    [Fact]
    public void Settings_WhenTheRowIsOlder_SayNothingOfSessions()
    {
        var settings = Read("""{"model":"m","timeout":9}""");

        (settings.Model, settings.TimeoutSeconds, settings.SessionTimeouts).ShouldBe(("m", 9, SessionTimeoutChoice.None));
    }

    private string Write(AgentSettings settings) => (string)_converter.ConvertToProvider(settings)!;

    private AgentSettings Read(string json) => (AgentSettings)_converter.ConvertFromProvider(json)!;
}

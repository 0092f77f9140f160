using System.Globalization;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Sessions;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionsOptionsTests
{
    [Fact]
    public void Options_WhenNothingIsConfigured_AreThoseOfTheContract()
    {
        var options = Read();

        options.ToPolicy().ShouldBe(SessionPolicies.Standard);
        (options.CleanupIntervalMinutes, options.ReplyTimeoutSeconds).ShouldBe((5, 25));
    }

    public static TheoryData<string, string, string> Names => new()
    {
        { "DefaultTimeoutMinutes", "SESSION_DEFAULT_TIMEOUT_MINUTES", "7.5" },
        { "MinTimeoutMinutes", "SESSION_MIN_TIMEOUT_MINUTES", "0.1" },
        { "MaxTimeoutMinutes", "SESSION_MAX_TIMEOUT_MINUTES", "31.25" },
        { "MaxDurationMinutes", "SESSION_MAX_DURATION_MINUTES", "30.5" },
        { "WarningThresholdMinutes", "SESSION_WARNING_THRESHOLD_MINUTES", "0" },
        { "CleanupIntervalMinutes", "SESSION_CLEANUP_INTERVAL_MINUTES", "0.25" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_WhenConfigured_AreReadUnderBothNames(string name, string reference, string value)
    {
        foreach (var key in new[] { $"Sessions:{name}", reference }) Of(Read((key, value)), name).ShouldBe(double.Parse(value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_WhenConfiguredUnderBothNames_AreAsTheSectionSays(string name, string reference, string value) =>
        Of(Read(($"Sessions:{name}", value), (reference, "not even a number")), name).ShouldBe(double.Parse(value, CultureInfo.InvariantCulture));

    [Fact]
    public void ToPolicy_WhenPartsOfMinutesAreConfigured_KeepsThem()
    {
        var policy = Read(
            ("Sessions:DefaultTimeoutMinutes", "0.2"), ("SESSION_MIN_TIMEOUT_MINUTES", "0.1"), ("Sessions:MaxTimeoutMinutes", "1.5"),
            ("Sessions:MaxDurationMinutes", "2"), ("Sessions:WarningThresholdMinutes", "0.05")).ToPolicy();

        policy.ShouldBe(new SessionPolicy(
            new SessionTimeouts(TimeSpan.FromSeconds(12), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(3), AutoRenew: true),
            TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(90)));
    }

    [Theory]
    [InlineData("MaxTimeoutMinutes", "SESSION_MAX_TIMEOUT_MINUTES", "10081")]
    [InlineData("MaxTimeoutMinutes", "SESSION_MAX_TIMEOUT_MINUTES", "0.001")]
    [InlineData("MinTimeoutMinutes", "SESSION_MIN_TIMEOUT_MINUTES", "0")]
    [InlineData("MinTimeoutMinutes", "SESSION_MIN_TIMEOUT_MINUTES", "1441")]
    [InlineData("DefaultTimeoutMinutes", "SESSION_DEFAULT_TIMEOUT_MINUTES", "4.9")]
    [InlineData("DefaultTimeoutMinutes", "SESSION_DEFAULT_TIMEOUT_MINUTES", "1441")]
    [InlineData("MaxDurationMinutes", "SESSION_MAX_DURATION_MINUTES", "29")]
    [InlineData("MaxDurationMinutes", "SESSION_MAX_DURATION_MINUTES", "20161")]
    [InlineData("WarningThresholdMinutes", "SESSION_WARNING_THRESHOLD_MINUTES", "10081")]
    [InlineData("CleanupIntervalMinutes", "SESSION_CLEANUP_INTERVAL_MINUTES", "0")]
    [InlineData("CleanupIntervalMinutes", "SESSION_CLEANUP_INTERVAL_MINUTES", "10081")]
    public void Options_WhenOutOfRange_AreRefusedByBothNames(string name, string reference, string value)
    {
        foreach (var key in new[] { $"Sessions:{name}", reference }) Refusals(key, value).ShouldContain(text => text.StartsWith($"Sessions:{name} ({reference}) must be "));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_WhenTheReferencesNameHoldsNoNumber_AreRefusedByIt(string name, string reference, string value)
    {
        foreach (var text in new[] { "", "soon", "NaN", "Infinity", "-1", "1,5", $"{value}m", "0x10" })
            Refusals(reference, text).ShouldContain(refusal => refusal.StartsWith($"Sessions:{name} ({reference}) must be "), $"{reference}={text}");
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("Infinity")]
    public void Options_WhenTheSectionHoldsSuchANumber_AreRefusedByItsName(string value) =>
        Refusals("Sessions:WarningThresholdMinutes", value).ShouldHaveSingleItem().ShouldStartWith("Sessions:WarningThresholdMinutes (SESSION_WARNING_THRESHOLD_MINUTES)");

    [Fact]
    public void Options_WhenTheSectionHoldsNoNumber_AreRefusedByItsName() =>
        Should.Throw<InvalidOperationException>(() => Read(("Sessions:MinTimeoutMinutes", "soon"))).Message.ShouldContain("Sessions:MinTimeoutMinutes");

    [Theory]
    [InlineData("-1")]
    [InlineData("121")]
    public void Options_WhenTheReplyTimeoutIsOutOfRange_AreRefused(string value) =>
        Refusals("Sessions:ReplyTimeoutSeconds", value).ShouldBe(["Sessions:ReplyTimeoutSeconds must be from 0 to 120"]);

    private static IEnumerable<string> Refusals(string key, string value) => Should.Throw<OptionsValidationException>(() => Read((key, value)), $"{key}={value}").Failures;

    private static double Of(SessionsOptions options, string name) => (double)typeof(SessionsOptions).GetProperty(name)!.GetValue(options)!;

    private static SessionsOptions Read(params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
        services.AddSessions();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SessionsOptions>>().Value;
    }
}

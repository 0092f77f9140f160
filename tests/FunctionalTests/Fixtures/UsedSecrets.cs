namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Everything that a test said to a server and that nobody may ever find in its log.</summary>
internal sealed class UsedSecrets
{
    private const string Beginning = "hush-";

    /// <summary>So many lines say enough, where a message of all of them would fill the memory.</summary>
    private const int Shown = 5;

    private readonly List<string> _others = [];

    /// <summary>A word that is found nowhere else. All of them begin alike, so one look through a log finds any of them, and any that was cut off.</summary>
    public string Next(string what)
    {
        WereMade = true;
        return $"{Beginning}{what.ToLowerInvariant()}-{Guid.CreateVersion7():N}";
    }

    private bool WereMade { get; set; }

    /// <summary>A secret that was there before, such as a key, or came out of an answer.</summary>
    public string Add(string secret)
    {
        _others.Add(secret);
        return secret;
    }

    /// <summary>None of them is in the log, as it is or as it looks in a URL.</summary>
    public void ShouldNotBeIn(IReadOnlyCollection<string> log)
    {
        log.ShouldNotBeEmpty();
        WereMade.ShouldBeTrue();
        log.Where(line => line.Contains(Beginning, StringComparison.OrdinalIgnoreCase)).Take(Shown).ShouldBeEmpty();
        foreach (var secret in _others.Concat(_others.Select(Uri.EscapeDataString)).Distinct())
            log.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).Take(Shown).ShouldBeEmpty(secret);
    }
}

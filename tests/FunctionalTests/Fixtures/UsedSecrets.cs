namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Everything that a test said to a server and that nobody may ever find in its log.</summary>
internal sealed class UsedSecrets
{
    private readonly List<string> _used = [];

    /// <summary>A word that is found nowhere else.</summary>
    public string Next(string what)
    {
        var secret = $"hush-{what.ToLowerInvariant()}-{Guid.CreateVersion7():N}";
        _used.Add(secret);
        return secret;
    }

    /// <summary>A secret that was there before, such as a key, or came out of an answer.</summary>
    public string Add(string secret)
    {
        _used.Add(secret);
        return secret;
    }

    /// <summary>None of them is in the log, as it is or as it looks in a URL.</summary>
    public void ShouldNotBeIn(IReadOnlyCollection<string> log)
    {
        log.ShouldNotBeEmpty();
        _used.ShouldNotBeEmpty();
        foreach (var secret in _used)
            log.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(secret);

        // Every secret that was made begins so: one that was cut off is seen too.
        log.ShouldNotContain(line => line.Contains("hush-", StringComparison.OrdinalIgnoreCase));
    }
}

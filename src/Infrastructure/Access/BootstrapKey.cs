using System.Text;
using Eliza.Application.Access;
using Eliza.Application.Access.EnsureBootstrapKey;
using Eliza.Domain.Access;
using Eliza.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// The operator's key: the configured one; else the one that the database knows, though only by its hash, since whoever took
/// the file away still holds the key, and a key that was replaced or revoked must not come back with an old file; else the
/// one in the file beside the database; else a new one, written to that file before the database knows it, so that a crash
/// in between leaves a key that works at the next start.
/// </summary>
internal sealed partial class BootstrapKey(IMediator mediator, ElizaDbContext db, BootstrapKeyHash hash, IOptions<AuthOptions> options, ILogger<BootstrapKey> logger)
{
    private const string FileName = "bootstrap-api-key";

    /// <summary>The key that the operator gives, by setting or file, or null. It needs no database, so a wrong one is refused before there is any.</summary>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task<string?> FindAsync(string folder, CancellationToken cancellationToken) =>
        options.Value.BootstrapApiKey ?? await ReadAsync(Path.Combine(folder, FileName), cancellationToken);

    /// <param name="key">What <see cref="FindAsync"/> found.</param>
    /// <param name="folder">Where the file lies.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The key if it was made just now, to be shown once; else null.</returns>
    public async Task<NewBootstrapKey?> EnsureAsync(string? key, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, FileName);
        hash.Value = await BootstrapKeyHash.ReadAsync(db, cancellationToken);
        if (options.Value.BootstrapApiKey is null)
        {
            if (key is not null && hash.Value is not null && hash.Value != ApiKeyText.HashOf(key)) FileIsOld(file);
            if (hash.Value is not null) return null;
        }

        var made = key is null;
        if (key is null)
        {
            key = ApiKeyGenerator.Generate(ApiKeyKind.Service);
            await WriteAsync(file, key, cancellationToken);
        }

        var ensured = await mediator.Send(new EnsureBootstrapKeyCommand(key, Replaces: !made), cancellationToken);
        if (ensured.Error is { } error) throw new InvalidDataException($"the bootstrap key cannot be used: {error.Details}");
        if (!made && hash.Value is not null && hash.Value != ApiKeyText.HashOf(key)) Replaced();
        hash.Value = await BootstrapKeyHash.ReadAsync(db, cancellationToken);
        if (!made) return null;
        if (hash.Value == ApiKeyText.HashOf(key)) return new NewBootstrapKey(key, file);
        FileIsOld(file);
        return null;
    }

    private static async Task<string?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return null;
        var key = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        if (key.Length == 0) return null;
        return ApiKey.IsAllowed(key) ? key : throw new InvalidDataException($"the key in {file} {ApiKey.Rule}");
    }

    [LoggerMessage(12, LogLevel.Warning, "The key in {File} is not the bootstrap key any more; it is not taken")]
    private partial void FileIsOld(string file);

    [LoggerMessage(66, LogLevel.Warning, "The bootstrap key was replaced by the one in Auth:BootstrapApiKey; a server that starts with another one in it replaces it again")]
    private partial void Replaced();

    /// <summary>For the owner's eyes only, from the first byte on; whole or not at all.</summary>
    private static async Task WriteAsync(string file, string key, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var draft = file + ".new";
        File.Delete(draft);
        await using (var stream = new FileStream(draft, options))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(key + "\n"), cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }
}

/// <summary>A bootstrap key that nobody has seen yet, and where it is kept.</summary>
public sealed record NewBootstrapKey(string Key, string File)
{
    /// <summary>A record would print its secret.</summary>
    public override string ToString() => $"{nameof(NewBootstrapKey)} {File}";
}

using Eliza.Application.Media;
using Eliza.Domain.Media;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>
/// Has documents read by a process of their own, a few at a time. A reader that loops or takes all memory is the document's doing, and a
/// thread cannot be ended: a process can.
/// </summary>
internal sealed class DocumentReader(IDocumentProgram program, TimeProvider time) : IDisposable
{
    public const int MostAtOnce = 2;

    /// <summary>How long a document waits for those before it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long the reading of one may take, the process's start included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int MaxBytesOfCharacter = 4;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>The beginning of what the document says.</summary>
    /// <exception cref="UndescribedException">It cannot be read, or not in time.</exception>
    public async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var command = program.CommandFor(path) ?? throw new UndescribedException("the program that reads documents is not found");
        await TimedAsync(Patience, $"other documents took {Patience.TotalSeconds} seconds", _places.WaitAsync, cancellationToken);
        try
        {
            var text = "";
            await TimedAsync(
                Limit, $"it was not read within {Limit.TotalSeconds} seconds",
                async limit => text = await ChildProcess.RunAsync(command, MediaDescription.MaxLength * MaxBytesOfCharacter, limit), cancellationToken);
            return text;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task TimedAsync(TimeSpan span, string late, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(span, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await work(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UndescribedException(late);
        }
    }
}

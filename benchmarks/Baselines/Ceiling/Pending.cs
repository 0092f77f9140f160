namespace Eliza.Benchmarks.Baselines.Ceiling;

/// <summary>A message that is not on the disk yet, and who waits for it.</summary>
internal sealed class Pending(StoredMessage message) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public StoredMessage Message => message;
}

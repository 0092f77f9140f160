using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>What one conversation carries from line to line.</summary>
/// <param name="Limit">Counts the lines from 1 to 4 and starts again; only at 4 may a memory come back.</param>
/// <param name="Rotations">The next sentence of each rule, by the rule's key; a rule that is at its first sentence is left out.</param>
/// <param name="Memories">Remarks put by for later, oldest first.</param>
internal sealed record DoctorState(int Limit, ImmutableSortedDictionary<string, int> Rotations, ImmutableList<string> Memories)
{
    public const int LastOfCycle = 4;
    public const int MaxMemories = 32;

    /// <summary>A memory may echo a whole line: cut, so that a full memory stays a few kilobytes.</summary>
    public const int MaxMemoryLength = 400;

    public static DoctorState Initial { get; } = new(1, NoRotations, []);

    public static ImmutableSortedDictionary<string, int> NoRotations => ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public bool MayRecall => Limit == LastOfCycle && !Memories.IsEmpty;

    /// <summary>Takes up a saved conversation. What is unreadable is as it was at the start; this never throws.</summary>
    public static DoctorState FromJson(string? json) => DoctorStateJson.Read(json);

    public string ToJson() => DoctorStateJson.Write(this);

    public DoctorState NextCycle() => this with { Limit = Limit % LastOfCycle + 1 };

    public int RotationOf(string key) => Rotations.GetValueOrDefault(key);

    public DoctorState Rotate(string key, int length)
    {
        var next = (RotationOf(key) + 1) % length;
        return this with { Rotations = next == 0 ? Rotations.Remove(key) : Rotations.SetItem(key, next) };
    }

    public DoctorState Remember(string remark)
    {
        var kept = Memories.Count < MaxMemories ? Memories : Memories.RemoveRange(0, Memories.Count - MaxMemories + 1);
        return this with { Memories = kept.Add(remark) };
    }

    public DoctorState ForgetOldest() => this with { Memories = Memories.RemoveAt(0) };

    /// <summary>Drops the rotations that mean nothing to this script: they were saved with an older one.</summary>
    public DoctorState FittedTo(DoctorScript script)
    {
        var foreign = Rotations.Where(rotation => !script.IsRotation(rotation.Key, rotation.Value)).Select(rotation => rotation.Key).ToArray();
        return foreign.Length == 0 ? this : this with { Rotations = Rotations.RemoveRange(foreign) };
    }

    /// <summary>Two states are equal when they would carry a conversation on in the same way: the collections count by what they hold.</summary>
    public bool Equals(DoctorState? other) =>
        other is not null && Limit == other.Limit && Rotations.SequenceEqual(other.Rotations) && Memories.SequenceEqual(other.Memories);

    public override int GetHashCode() => HashCode.Combine(Limit, Rotations.Count, Memories.Count);
}

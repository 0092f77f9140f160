using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>
/// What the doctor knows to say. A script that exists is sound: every reference leads to a keyword with rules and none leads round in a
/// loop, every gap has its part, every remark says something.
/// </summary>
internal sealed class DoctorScript
{
    /// <summary>The rotation of the remarks without a keyword. Those of rules hold a colon, so no rule has this key.</summary>
    public const string NoneKey = "none";

    private const string ResourceName = "Eliza.Infrastructure.Agents.Doctor.doctor.json";

    private static readonly Lazy<DoctorScript> LoadedOnce = new(LoadEmbedded);

    private readonly FrozenDictionary<string, int> _rotationLengths;

    public DoctorScript(string greeting, ImmutableArray<Template> none, MemoryRules? memory, IReadOnlyCollection<Keyword> keywords)
    {
        Greeting = greeting;
        None = none;
        Memory = memory;
        Keywords = keywords.ToFrozenDictionary(keyword => keyword.Word, StringComparer.Ordinal);
        _rotationLengths = keywords.SelectMany(keyword => keyword.Rules)
            .Select(rule => KeyValuePair.Create(rule.Key, rule.Say.Length))
            .Append(KeyValuePair.Create(NoneKey, none.Length))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static DoctorScript Embedded => LoadedOnce.Value;

    /// <summary>What the doctor opens a conversation with.</summary>
    public string Greeting { get; }

    /// <summary>Remarks for when there is nothing to go by.</summary>
    public ImmutableArray<Template> None { get; }

    public MemoryRules? Memory { get; }

    public FrozenDictionary<string, Keyword> Keywords { get; }

    /// <exception cref="InvalidDataException">The script is malformed; the message says where.</exception>
    public static DoctorScript Load(Stream json) => DoctorScriptReader.Read(json);

    /// <summary>Whether <paramref name="next"/> can be the saved rotation of a rule of this script.</summary>
    public bool IsRotation(string key, int next) => next > 0 && next < _rotationLengths.GetValueOrDefault(key);

    private static DoctorScript LoadEmbedded()
    {
        using var json = typeof(DoctorScript).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly was built without the resource {ResourceName}.");
        return Load(json);
    }
}

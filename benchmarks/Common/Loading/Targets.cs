using System.Text;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>The ids of what requests are about, as they are written.</summary>
internal sealed class Targets(IReadOnlyList<Guid> ids)
{
    public const int IdLength = 36;

    private readonly byte[] _text = Encoding.ASCII.GetBytes(string.Concat(ids));

    public int Count => ids.Count;

    /// <summary>The first few of them.</summary>
    public Targets First(int count) => new([.. ids.Take(count)]);

    public Guid IdOf(int index) => ids[index];

    public ReadOnlySpan<byte> TextOf(int index) => _text.AsSpan(index * IdLength, IdLength);
}

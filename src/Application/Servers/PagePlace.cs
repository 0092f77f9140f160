using Eliza.Application.Common;

namespace Eliza.Application.Servers;

/// <summary>Which page a list of ids is, and how many there are on all of them.</summary>
public sealed record PagePlace(int Limit, int Offset, long Total)
{
    internal static PagePlace Of<T>(Page<T> page) => new(page.Limit, page.Offset, page.Total);
}

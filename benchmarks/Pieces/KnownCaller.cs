using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Benchmarks.Pieces;

/// <summary>Somebody whose credential was looked at before.</summary>
internal sealed class KnownCaller : ICaller
{
    public Caller? Current => Samples.Ada;
}

using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Nobody, unless a test says who.</summary>
internal sealed class FakeCaller : ICaller
{
    public Caller? Current { get; init; }
}

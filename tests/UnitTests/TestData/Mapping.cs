using AutoMapper;
using Eliza.Application;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.TestData;

internal static class Mapping
{
    /// <summary>The mapper of the real container, with every profile.</summary>
    public static IMapper Mapper { get; } = new ServiceCollection()
        .AddLogging().AddApplication(autoMapperLicenseKey: null).BuildServiceProvider().GetRequiredService<IMapper>();
}

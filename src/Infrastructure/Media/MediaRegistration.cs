using Eliza.Application.Media;
using Eliza.Infrastructure.Media.Describing;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Media;

internal static class MediaRegistration
{
    /// <summary>Uploaded files, and what removes them when nobody knows them any more.</summary>
    public static void AddMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section)
            .Validate(media => media.Path is null || !string.IsNullOrWhiteSpace(media.Path), "Media:Path must not be blank")
            .Validate(media => media.MaxBytesPerChannel > 0, "Media:MaxBytesPerChannel must be 1 or more")
            .Validate(media => media.MaxBytes >= 0, "Media:MaxBytes must be 1 or more, or 0 for no limit")
            .ValidateOnStart();
        services.AddSingleton<MediaFolder>();
        services.AddScoped<IMediaStore, MediaStore>();
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<IMediaDescriber, MediaDescriber>();
        services.AddSingleton<MediaSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<MediaSweeper>());
    }
}

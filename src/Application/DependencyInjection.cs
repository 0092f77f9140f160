using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Health;
using Eliza.Application.Idempotency;
using Eliza.Application.Media;
using Eliza.Application.Messages;
using Eliza.Application.Platforms;
using Eliza.Application.Sessions;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Application;

public static class DependencyInjection
{
    /// <summary>
    /// What every request passes on its way to its handler, outermost first. The order is part of the design (rate limits
    /// count malformed requests too; idempotency lives inside the transaction), so it is written out here, not scanned.
    /// </summary>
    private static readonly Type[] Behaviours =
    [
        typeof(LoggingBehaviour<,>),
        typeof(RateLimitBehaviour<,>),
        typeof(ValidationBehaviour<,>),
        typeof(WaitBehaviour<,>),
        typeof(AwaitReplyBehaviour<,>),
        typeof(UnitOfWorkBehaviour<,>),
        typeof(IdempotencyBehaviour<,>),
    ];

    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<EventAnnouncer>();
        services.AddScoped<RequestInput>();
        services.AddScoped<RequestKey>();
        services.AddScoped<MessagePoster>();
        services.AddScoped<ChannelFactory>();
        services.AddScoped<ReplyWait>();
        services.AddScoped<ReplyFollower>();
        services.AddScoped<MessageIntake>();
        services.AddScoped<PlatformIntake>();
        services.AddScoped<RoomIntake>();
        services.AddScoped<MessageSubmitter>();
        services.AddScoped<UploadDescriber>();
        services.AddScoped<MessageRights>();
        services.AddSingleton<HealthSurvey>();
        services.AddSingleton<SessionClock>();
        services.AddScoped<SessionLookup>();

        foreach (var behaviour in Behaviours) services.AddTransient(typeof(IPipelineBehavior<,>), behaviour);

        services.Scan(scan => scan.FromAssembliesOf(typeof(DependencyInjection))
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime()
            .AddClasses(classes => classes.AssignableTo<IModulePort>(), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());

        services.AddAutoMapper(
            configuration => configuration.LicenseKey = autoMapperLicenseKey,
            typeof(DependencyInjection).Assembly);
        return services;
    }
}

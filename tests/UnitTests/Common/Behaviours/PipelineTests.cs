using Eliza.Application;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Health;
using Eliza.Application.Idempotency;
using Eliza.Application.Media;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Infrastructure;
using Eliza.UnitTests.TestData;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>
/// The container leaves out, without a word, an open behaviour whose constraints a request does not meet. So what each
/// request really passes is asked of the real container.
/// </summary>
public sealed class PipelineTests
{
    private static readonly Type[] Requests =
    [
        .. typeof(Eliza.Application.DependencyInjection).Assembly.GetTypes().Where(type => type.IsClass && !type.IsAbstract && ResponseOf(type) is not null),
    ];

    public static TheoryData<Type> Commands => [.. Requests.Where(type => type.IsAssignableTo(typeof(ICommand)))];

    public static TheoryData<Type> Queries => [.. Requests.Where(type => !type.IsAssignableTo(typeof(ICommand)))];

    [Fact]
    public void Requests_WhenLookedFor_AreFound()
    {
        Requests.ShouldContain(typeof(SubmitMessageCommand));
        Commands.ShouldNotBeEmpty();
        Requests.ShouldContain(request => request.IsAssignableTo(typeof(IIdempotent)));
        Queries.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Resolve_WhenCommand_GivesTheWholePipelineButForWhatItHasNoUseFor(Type request)
    {
        Type[] all =
        [
            typeof(LoggingBehaviour<,>), typeof(RateLimitBehaviour<,>), typeof(ValidationBehaviour<,>), typeof(WaitBehaviour<,>), typeof(AwaitReplyBehaviour<,>),
            typeof(UnitOfWorkBehaviour<,>), typeof(IdempotencyBehaviour<,>),
        ];
        Type?[] passedBy =
        [
            request.IsAssignableTo(typeof(IWaits)) ? null : typeof(WaitBehaviour<,>),
            request.IsAssignableTo(typeof(IAwaitsReply)) ? null : typeof(AwaitReplyBehaviour<,>),
            request.IsAssignableTo(typeof(IIdempotent)) ? null : typeof(IdempotencyBehaviour<,>),
        ];
        BehavioursOf(request).ShouldBe(all.Except(passedBy.OfType<Type>()));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Resolve_WhenQuery_GivesLoggingRateLimitValidation(Type request) =>
        BehavioursOf(request).ShouldBe([typeof(LoggingBehaviour<,>), typeof(RateLimitBehaviour<,>), typeof(ValidationBehaviour<,>)]);

    [Theory]
    [MemberData(nameof(Commands))]
    [MemberData(nameof(Queries))]
    public void Resolve_WhenRequest_GivesItsOneHandler(Type request)
    {
        using var provider = Provider();
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetServices(typeof(IRequestHandler<,>).MakeGenericType(request, ResponseOf(request)!)).Count().ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Resolve_WhenCommand_GivesItsOneValidator(Type request)
    {
        using var provider = Provider();

        provider.GetServices(typeof(IValidator<>).MakeGenericType(request)).Count().ShouldBe(1);
    }

    private static List<Type> BehavioursOf(Type request)
    {
        using var provider = Provider();
        using var scope = provider.CreateScope();
        return [.. scope.ServiceProvider
            .GetServices(typeof(IPipelineBehavior<,>).MakeGenericType(request, ResponseOf(request)!))
            .Select(behaviour => behaviour!.GetType().GetGenericTypeDefinition())];
    }

    private static Type? ResponseOf(Type request) =>
        request.GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>))?.GenericTypeArguments[0];

    /// <summary>The server's own container, but for the web; nothing in it opens the database.</summary>
    private static ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        services.AddScoped<ICaller, FakeCaller>();
        services.AddScoped<IAnswerSeal, FakeSeal>();
        services.AddSingleton<IServerState, FakeServerState>();
        services.AddSingleton<IServerStop, NoStop>();
        services.AddSingleton<IDocumentProgram, NoProgram>();
        return services.AddApplication(autoMapperLicenseKey: null).AddInfrastructure(new ConfigurationBuilder().Build()).BuildServiceProvider(validateScopes: true);
    }

    private sealed class NoProgram : IDocumentProgram
    {
        public IReadOnlyList<string>? CommandFor(string path) => null;
    }

    private sealed class NoStop : IServerStop
    {
        public void Request()
        {
        }
    }
}

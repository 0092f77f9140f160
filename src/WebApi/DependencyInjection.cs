using System.Net.Mime;
using System.Text.Encodings.Web;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Application.Idempotency;
using Eliza.Application.Media;
using Eliza.WebApi.Access;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.Idempotency;
using Eliza.WebApi.Input;
using Eliza.WebApi.Media;
using Eliza.WebApi.OpenApi;
using Eliza.WebApi.Pages;
using Eliza.WebApi.RateLimiting;
using Eliza.WebApi.Realtime;
using Eliza.WebApi.Realtime.Gateway;
using Eliza.WebApi.Responses;
using Eliza.WebApi.Telemetry;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Eliza.WebApi;

internal static class DependencyInjection
{
    public static IServiceCollection AddWebApi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PresentCaller>();
        services.AddScoped<ICaller>(provider => provider.GetRequiredService<PresentCaller>());
        services.AddRealtime();
        services.AddScoped<IAnswerSeal, CredentialSeal>();
        services.AddScoped<FieldSpellings>();
        services.AddScoped<Upload>();
        services.AddScoped<UploadReader>();
        services.AddSingleton<IDocumentProgram, DocumentProgram>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<IServerState, ServerState>();
        services.AddShutdown();
        services.AddLogTimes();
        services.AddTelemetry();
        services.AddCrossOrigin();
        services.AddTrustedProxies();
        services.AddExceptionHandler<ExceptionEnvelope>();

        // It limits the inflated body as it does the body itself. What is no coding that it knows it passes on as it came.
        services.AddRequestDecompression();

        // Over HTTPS too: to guess a secret from the lengths of answers, an attacker needs one that many answers repeat.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Text.Html, MediaTypeNames.Text.Css, MediaTypeNames.Text.JavaScript];
        });

        // The core alone: the full package would keep a key ring for cookies on disk, which nothing here uses.
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = CredentialHandler.SchemeName;
            options.AddScheme<CredentialHandler>(CredentialHandler.SchemeName, displayName: null);
        });
        services.AddTransient<CredentialHandler>();
        services.TryAddSingleton(UrlEncoder.Default);

        // Whatever does not say otherwise needs a credential, unknown paths included.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services
            .AddControllers(options =>
            {
                options.InputFormatters.Clear();
                options.InputFormatters.Add(new JsonBodyFormatter());
                options.Filters.Add(new QueryFailures());
                options.Filters.Add(new ReadRequestKey());
                options.ModelMetadataDetailsProviders.Add(new PathValuesAsWritten());
                options.ModelBinderProviders.Insert(0, new WholeNumberBinder.Provider());

                // A body is JSON or nothing: looked at as a form it would be used up before it is read.
                options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            })
            .ConfigureApiBehaviorOptions(options =>
            {
                options.SuppressModelStateInvalidFilter = true;
                options.SuppressMapClientErrors = true;
            })
            .AddJsonOptions(options => Json.Configure(options.JsonSerializerOptions));
        services.AddSingleton<IObjectModelValidator, NoModelValidation>();
        services.AddApiDocument();
        return services;
    }

    public static WebApplication UseWebApi(this WebApplication app)
    {
        // Made before all that is measured, and so disposed of after it.
        app.Services.GetRequiredService<TelemetryExport>();

        // Made now, because it tells how long the server has been running.
        app.Services.GetRequiredService<IServerState>();
        app.UseMiddleware<SendAwayWhileDraining>();
        app.UseMiddleware<RequestId>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLog>();
        app.UseCrossOrigin();
        app.UseResponseCompression();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(StatusEnvelope.WriteAsync);
        app.UseTrustedProxies();
        app.UseMiddleware<AddressLimit>();
        app.UseAuthentication();
        app.UseMiddleware<CallerLimit>();
        app.UseAuthorization();
        app.UseRequestDecompression();
        app.MapControllers();
        app.MapApiDocument();
        app.MapDocsPage();
        app.MapGateway();
        app.MapChatPage();
        return app;
    }
}

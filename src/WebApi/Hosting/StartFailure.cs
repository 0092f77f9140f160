using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Hosting;

/// <summary>Tells an operator in a line what is wrong, where a stack trace would not help.</summary>
internal static class StartFailure
{
    /// <summary>The reason, or null when it is a bug of ours, which should be seen whole.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join("; ", invalid.Failures),
        InvalidOperationException { Message: var message } when IsAboutConfiguration(message) => message + ChoicesIn(message),
        _ when Infrastructure.DependencyInjection.IsStorageUnavailable(exception) => $"the database cannot be used: {exception.GetBaseException().Message}",
        IOException { InnerException: AddressInUseException } or FormatException or SocketException or ArgumentOutOfRangeException { ParamName: "port" } =>
            $"{exception.Message} (set the address to listen on with --urls or ASPNETCORE_URLS)",
        NotSupportedException { Message: var message } when message.Contains("Globalization Invariant Mode", StringComparison.Ordinal) =>
            "the client of SQL Server needs ICU: install it, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        IOException or UnauthorizedAccessException or InvalidDataException => exception.Message,
        _ => null,
    };

    /// <summary>What may stand there, where that is one of a few names: the framework tells the type, which is none of the operator's business.</summary>
    private static string ChoicesIn(string message) =>
        message.Split('\'').Select(typeof(Infrastructure.DependencyInjection).Assembly.GetType).FirstOrDefault(type => type is { IsEnum: true }) is { } choice
            ? $" It is one of {string.Join(", ", Enum.GetNames(choice))}." : "";

    /// <summary>How the framework begins what it says of a value that it cannot read: an option's, or a log level.</summary>
    private static bool IsAboutConfiguration(string message) =>
        message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal)
        || message.StartsWith("Configuration value '", StringComparison.Ordinal);
}

using Eliza.Domain.Common;

namespace Eliza.Application.Common;

public static class CommonErrors
{
    private const int MaxToldFailures = 100;

    /// <summary>The headline of every failure that a body causes, whoever finds it.</summary>
    public const string InvalidBody = "Invalid request body";

    public static readonly Error Busy = new(
        "Storage.Busy", ErrorKind.Unavailable, "Service is busy", "Too many requests want to write at once; try again");

    public static readonly Error StorageUnavailable = new(
        "Storage.Unavailable", ErrorKind.Unavailable, "Service is unavailable", "The database cannot be reached or written at the moment; try again");

    public static readonly Error Conflict = new(
        "Storage.Conflict", ErrorKind.Conflict, "Conflict", "The request conflicts with data that exists already");

    public static readonly Error Forbidden = new(
        "Access.Forbidden", ErrorKind.Forbidden, "Insufficient permissions", "User does not have permission to perform this action");

    public static Error Invalid(string message, IReadOnlyList<FieldFailure> fields) =>
        new("Request.Invalid", ErrorKind.Validation, message, Describe(fields, path => path)) { Fields = fields };

    /// <summary>One field of a body that breaks a rule which only the handler can check.</summary>
    public static Error Invalid(string path, Error rule) => Invalid(InvalidBody, [FieldFailure.Breaks(path, rule.Details)]);

    /// <summary>All failures in one line, each field named as <paramref name="spell"/> says; of very many, the first and how many more.</summary>
    public static string Describe(IReadOnlyList<FieldFailure> fields, Func<string, string> spell)
    {
        var told = fields.Take(MaxToldFailures)
            .Select(field => field.Problem.Replace(FieldFailure.Placeholder, spell(field.Path), StringComparison.Ordinal));
        return string.Join("; ", fields.Count > MaxToldFailures ? [.. told, $"and {fields.Count - MaxToldFailures} more"] : told);
    }
}

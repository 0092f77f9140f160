namespace Eliza.WebApi.Errors;

/// <summary>What clients are told of a failure: a stable code, a short line, and what exactly went wrong.</summary>
public sealed record ErrorBody(string Code, string Message, string Details);

namespace Eliza.WebApi.Responses;

/// <summary>
/// <c>{"success": true, "deleted": 3, "data": {"success": true, "deleted": 3}}</c>: for what is done rather than given. The
/// reference's documents read the fields beside <c>success</c>, its published client in <c>data</c>.
/// </summary>
/// <param name="message">A line for people, where the reference has one.</param>
/// <param name="status">The HTTP status.</param>
public sealed class AnswersDoneAttribute<T>(string? message = null, int status = StatusCodes.Status200OK) : AnswerAttribute(status, typeof(T)), IDoneAnswer
{
    public string? Message { get; } = message;

    public override object BodyOf(object content, HttpContext context) => new DoneBody(content, Message);
}

/// <summary>What the OpenAPI document has to know of it.</summary>
internal interface IDoneAnswer
{
    string? Message { get; }
}

namespace Eliza.WebApi.Responses;

/// <summary><c>{"success": true, "data": {"channel": {"id": …}, "id": …}}</c>: the object under its name, and its own fields beside that.</summary>
public sealed class AnswersNamedAttribute<T>(string name, int status = StatusCodes.Status200OK) : AnswerAttribute(status, typeof(T)), INamedAnswer
{
    public string Name { get; } = name;

    /// <summary>A second name for it, where clients differ; null for none.</summary>
    public string? Also { get; init; }

    public override object BodyOf(object content, HttpContext context) => new SuccessBody<BothWays>(new BothWays(Name, content) { Also = Also });
}

/// <summary>What the OpenAPI document has to know of it.</summary>
internal interface INamedAnswer
{
    string Name { get; }

    string? Also { get; }
}

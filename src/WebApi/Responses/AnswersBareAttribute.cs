namespace Eliza.WebApi.Responses;

/// <summary><c>{"sessionId": …}</c>: the object itself, as sessions are answered (contract: Conventions).</summary>
public sealed class AnswersBareAttribute<T>(int status = StatusCodes.Status200OK) : AnswerAttribute(status, typeof(T))
{
    public override object BodyOf(object content, HttpContext context) => content;
}

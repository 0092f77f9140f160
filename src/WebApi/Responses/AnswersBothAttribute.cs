namespace Eliza.WebApi.Responses;

/// <summary><c>{"success": true, "data": {"pong": true}, "pong": true}</c>: the whole answer both wrapped and bare.</summary>
public sealed class AnswersBothAttribute<T>() : AnswerAttribute(StatusCodes.Status200OK, typeof(T))
{
    public override object BodyOf(object content, HttpContext context) => new BothWaysBody(content);
}

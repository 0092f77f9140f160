namespace Eliza.WebApi.Responses;

/// <summary><c>{"success": true, "data": …}</c></summary>
public sealed class AnswersAttribute<T>(int status = StatusCodes.Status200OK) : AnswerAttribute(status, typeof(T))
{
    public override object BodyOf(object content, HttpContext context) => new SuccessBody<T>((T)content);
}

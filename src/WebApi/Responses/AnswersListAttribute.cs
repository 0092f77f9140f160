using Eliza.Application.Common;

namespace Eliza.WebApi.Responses;

/// <summary><c>{"success": true, "data": [ … ], "pagination": {"limit", "offset", "total"}}</c></summary>
public sealed class AnswersListAttribute<T>() : AnswerAttribute(StatusCodes.Status200OK, typeof(Page<T>))
{
    public override object BodyOf(object content, HttpContext context) => PageBody<T>.Of((Page<T>)content);
}

using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Responses;

/// <summary>
/// What an action answers when all goes well: the status, and the form of the body. The server writes its answers by it and the
/// OpenAPI document describes them by it, so the two cannot differ.
/// </summary>
/// <param name="status">The HTTP status.</param>
/// <param name="contentType">The type of what the request's result holds.</param>
[AttributeUsage(AttributeTargets.Method)]
public abstract class AnswerAttribute(int status, Type contentType) : Attribute
{
    public int Status { get; } = status;

    public Type ContentType { get; } = contentType;

    /// <summary>The body, for the serializer.</summary>
    /// <param name="content">What the request's result holds.</param>
    /// <param name="context">The request; some resources have another form under another name.</param>
    public abstract object BodyOf(object content, HttpContext context);

    /// <summary>What writes the answer: as JSON, unless the form says otherwise.</summary>
    /// <param name="content">What the request's result holds.</param>
    /// <param name="context">The request.</param>
    public virtual IActionResult ResultOf(object content, HttpContext context) => new ObjectResult(BodyOf(content, context)) { StatusCode = Status };
}

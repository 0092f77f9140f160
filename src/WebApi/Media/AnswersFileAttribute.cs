using Eliza.Application.Media;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Media;

/// <summary>The bytes of a file, whole or a range of them.</summary>
public sealed class AnswersFileAttribute() : AnswerAttribute(StatusCodes.Status200OK, typeof(MediaContent)), IFileAnswer
{
    public override object BodyOf(object content, HttpContext context) => ((MediaContent)content).Content;

    public override IActionResult ResultOf(object content, HttpContext context) => new MediaFileResult((MediaContent)content);
}

using Eliza.Application.Common;

namespace Eliza.WebApi.Responses;

/// <summary>
/// <c>{"success": true, "data": {"messages": [ … ], "pagination": {"limit", "offset", "total"}}}</c>. The reference's documents
/// have a bare list where its published client, which calls the resource by another name, expects an object: under a name of
/// <see cref="ListUnder"/> the answer is the bare list, with the pagination beside it.
/// </summary>
/// <param name="names">What the list is called; under more than one name where clients differ.</param>
public sealed class AnswersPageAttribute<T>(params string[] names) : AnswerAttribute(StatusCodes.Status200OK, typeof(Page<T>)), IPageAnswer
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The parts of paths, such as <c>central-channels</c>, under which the answer is a bare list.</summary>
    public string[] ListUnder { get; init; } = [];

    /// <summary>Whether the answer under that route is a bare list.</summary>
    public bool IsListUnder(string route) => ListUnder.Any(name => route.Split('/').Contains(name));

    public override object BodyOf(object content, HttpContext context)
    {
        var page = (Page<T>)content;
        if (ListUnder.Length > 0 && IsListUnder(((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText!)) return PageBody<T>.Of(page);

        var data = Names.ToDictionary(name => name, object (_) => page.Items);
        data["pagination"] = Pagination.Of(page);
        return new SuccessBody<Dictionary<string, object>>(data);
    }
}

/// <summary>What the OpenAPI document has to know of it.</summary>
internal interface IPageAnswer
{
    IReadOnlyList<string> Names { get; }

    bool IsListUnder(string route);
}

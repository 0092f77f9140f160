using System.Text.Json.Serialization;
using Eliza.Application.Common;

namespace Eliza.WebApi.Responses;

/// <summary>The form of a success: <c>{"success": true, "data": …}</c>.</summary>
public sealed record SuccessBody<T>(T Data)
{
    [JsonPropertyOrder(-1)]
    public bool Success { get; } = true;
}

/// <summary>A page as a bare list, with where it stands beside it.</summary>
public sealed record PageBody<T>(IReadOnlyList<T> Data, Pagination Pagination)
{
    [JsonPropertyOrder(-1)]
    public bool Success { get; } = true;

    public static PageBody<T> Of(Page<T> page) => new(page.Items, Pagination.Of(page));
}

/// <summary>Which page a list is, and how many items there are on all of them.</summary>
public sealed record Pagination(int Limit, int Offset, long Total)
{
    public static Pagination Of<T>(Page<T> page) => new(page.Limit, page.Offset, page.Total);
}

using Eliza.Domain.Common;

namespace Eliza.WebApi.Responses;

/// <summary>
/// The statuses with which an action may fail, beside those of every request (401, 429, 500, 503) and those of every body (400,
/// 413, 415). The OpenAPI document tells them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FailsAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;

    /// <summary>Failures that share their status with a more usual one, which the action does not have.</summary>
    public ErrorKind[] Kinds { get; init; } = [];
}

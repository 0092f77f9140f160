namespace Eliza.WebApi.Hosting;

/// <summary>
/// Marks what load balancers and monitors ask every few seconds. As long as the answer is good, the request's line is told
/// at Debug, where it hides nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignOfLifeAttribute : Attribute;

using Eliza.Application.Common;

namespace Eliza.Application.Health.GetHello;

/// <summary>Whether a credential is taken: it does nothing else.</summary>
public sealed record GetHelloQuery : IQuery<Greeting>;

/// <param name="Message">Hello World!</param>
public sealed record Greeting(string Message);

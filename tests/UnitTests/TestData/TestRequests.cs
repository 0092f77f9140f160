using Eliza.Application.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>A command of no module, whose content no log may show.</summary>
internal sealed record TestCommand(string Content = "what Ada said") : ICommand<string>;

internal sealed record TestQuery : IQuery<string>;

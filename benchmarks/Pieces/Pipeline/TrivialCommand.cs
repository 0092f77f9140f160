using Eliza.Application.Common;

namespace Eliza.Benchmarks.Pieces.Pipeline;

/// <summary>A command with next to nothing to do, so that what is measured is the way to its handler.</summary>
internal sealed record TrivialCommand(string Text) : ICommand<string>;

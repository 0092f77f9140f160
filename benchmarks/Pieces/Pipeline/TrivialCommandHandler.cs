using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Benchmarks.Pieces.Pipeline;

internal sealed class TrivialCommandHandler : IRequestHandler<TrivialCommand, Result<string>>
{
    public Task<Result<string>> Handle(TrivialCommand command, CancellationToken cancellationToken) => Task.FromResult<Result<string>>(command.Text);
}

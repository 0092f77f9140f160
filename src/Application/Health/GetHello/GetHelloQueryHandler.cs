using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetHello;

internal sealed class GetHelloQueryHandler : IRequestHandler<GetHelloQuery, Result<Greeting>>
{
    private static readonly Greeting Hello = new("Hello World!");

    public Task<Result<Greeting>> Handle(GetHelloQuery query, CancellationToken cancellationToken) => Task.FromResult<Result<Greeting>>(Hello);
}

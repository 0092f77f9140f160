using Eliza.Application.Access;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Access;

/// <summary>The tokens with which people call.</summary>
[Route("api/auth/token")]
public sealed class TokensController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Mints a token for one person. 400 invalid; 403 without the scope tokens:issue; 503 when the server has no key to sign with.</summary>
    [HttpPost]
    [Answers<IssuedToken>(StatusCodes.Status201Created)]
    [Fails(403, 409, 422)]
    public Task<IActionResult> IssueAsync([FromBody] IssueTokenRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}

using Eliza.Application.Access;
using Eliza.Application.Access.ListApiKeys;
using Eliza.Application.Access.RevokeApiKey;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Eliza.WebApi.Access;

/// <summary>The keys of back ends and agents. Admins alone may manage them.</summary>
[Route("api/auth/keys")]
public sealed class ApiKeysController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Makes a key and shows it, this once. 400 invalid; 404 no such agent.</summary>
    [HttpPost]
    [Answers<IssuedApiKey>(StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateApiKeyRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>A page of all keys, oldest first, those that have ended among them; never a key itself.</summary>
    [HttpGet]
    [AnswersPage<ApiKeyResponse>("keys")]
    [Fails(403)]
    public Task<IActionResult> ListAsync([FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListApiKeysQuery(limit, offset), cancellationToken);

    /// <summary>Gives a key another text and shows it, this once. 404 no such key; 409 it is valid no more, or the operator's own.</summary>
    [HttpPost("{keyId}/rotate")]
    [Answers<IssuedApiKey>]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> RotateAsync(
        string keyId, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RotateApiKeyRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(keyId), cancellationToken);

    /// <summary>Ends a key at once and for good. 404 no such key.</summary>
    [HttpDelete("{keyId}")]
    [Answers<ApiKeyResponse>]
    [Fails(403, 404)]
    public Task<IActionResult> RevokeAsync(string keyId, CancellationToken cancellationToken) =>
        SendAsync(new RevokeApiKeyCommand(keyId), cancellationToken);
}

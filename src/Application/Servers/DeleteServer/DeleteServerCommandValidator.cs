using FluentValidation;

namespace Eliza.Application.Servers.DeleteServer;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class DeleteServerCommandValidator : AbstractValidator<DeleteServerCommand>;

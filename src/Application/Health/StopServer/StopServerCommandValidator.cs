using FluentValidation;

namespace Eliza.Application.Health.StopServer;

/// <summary>There is nothing in it to check.</summary>
internal sealed class StopServerCommandValidator : AbstractValidator<StopServerCommand>;

using FluentValidation;

namespace Eliza.Application.Agents.ReleaseRun;

/// <summary>Nothing to check: both ids come from the claim.</summary>
internal sealed class ReleaseRunCommandValidator : AbstractValidator<ReleaseRunCommand>;

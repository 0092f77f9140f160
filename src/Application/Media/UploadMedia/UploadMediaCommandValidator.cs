using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Media.UploadMedia;

/// <summary>The file itself is checked while it is read; here it must only be there.</summary>
internal sealed class UploadMediaCommandValidator : AbstractValidator<UploadMediaCommand>
{
    public UploadMediaCommandValidator()
    {
        RuleFor(command => command.File).Required(Result<UploadedFile>.Success);
        RuleFor(command => command.AgentId).Optional(ActorId.Create);
    }
}

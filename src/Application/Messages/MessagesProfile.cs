using AutoMapper;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal sealed class MessagesProfile : Profile
{
    public MessagesProfile() => CreateMap<MessageRevision, MessageEditResponse>()
        .ForCtorParam(nameof(MessageEditResponse.Text), map => map.MapFrom(revision => revision.Content.Value))
        .ForCtorParam(nameof(MessageEditResponse.ReplacedAt), map => map.MapFrom(revision => revision.ReplacedAt.ToUnixTimeSeconds()));
}

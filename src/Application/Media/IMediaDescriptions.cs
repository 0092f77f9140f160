using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;

namespace Eliza.Application.Media;

/// <summary>What was found out about uploaded files, for the messages that refer to them.</summary>
public interface IMediaDescriptions : IModulePort
{
    /// <summary>
    /// The attachments, those without a description with what their file shows or says, where it was uploaded to that same channel: who may
    /// read the message may read the file. Nothing is ever fetched from anywhere, and what the author wrote stays, even if that is nothing.
    /// </summary>
    Task<IReadOnlyList<Attachment>> DescribeAsync(ChannelId channel, IReadOnlyList<Attachment> attachments, CancellationToken cancellationToken);
}

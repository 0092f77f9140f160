using Eliza.Application.Media;
using Eliza.Application.Media.UploadMedia;
using Eliza.Domain.Media;

namespace Eliza.WebApi.Media;

/// <summary>The form of an upload, as far as it came with the present request.</summary>
public sealed class Upload
{
    /// <summary>An agent's id, which the answer repeats.</summary>
    public string? AgentId { get; internal set; }

    /// <summary>Required. The file: JPG, PNG, GIF, PDF, DOCX, MP3, WAV, MP4 or MOV, at most 25 MB.</summary>
    /// <remarks>Null when there is none that can be taken.</remarks>
    public UploadedFile? File { get; internal set; }

    /// <summary>What the file is stored as for the time being, whatever it is.</summary>
    internal MediaId? StagedAs { get; set; }

    internal UploadMediaCommand ToCommand(string channelId) => new(channelId, AgentId, File);
}

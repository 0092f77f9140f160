using Eliza.Application.Common;

namespace Eliza.Application.Media.OpenMedia;

/// <summary>An uploaded file, to be read.</summary>
/// <param name="MediaId">From the path, as the client wrote it.</param>
public sealed record OpenMediaQuery(string MediaId) : IQuery<MediaContent>;

using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>Finds out what an upload shows or says, once for its request: a handler that runs again must not have others wait for that.</summary>
internal sealed class UploadDescriber(IMediaDescriber describer)
{
    private (MediaId Id, MediaDescription? Description)? _found;

    public async Task<MediaDescription?> DescribeAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        if (_found?.Id != file.Id) _found = (file.Id, await describer.DescribeAsync(file.Id, MediaType.From(file.ContentType), cancellationToken));
        return _found!.Value.Description;
    }
}

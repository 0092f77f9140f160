using Eliza.Domain.Common;

namespace Eliza.Domain.Media;

public static class MediaErrors
{
    public static readonly Error TooLarge = new(
        "Media.TooLarge", ErrorKind.PayloadTooLarge, "File is too large", $"A file must be at most 25 MB ({MediaFile.MaxSize} bytes)");

    public static readonly Error UnsupportedType = new(
        "Media.UnsupportedType", ErrorKind.UnsupportedMediaType, "Unsupported file type", $"A file must be of a supported type: {MediaType.Names}");

    public static readonly Error OtherContent = new(
        "Media.OtherContent", ErrorKind.UnsupportedMediaType, "Unsupported file type",
        $"The file does not begin like one of the type that its name and its declared type say; supported are {MediaType.Names}");

    public static readonly Error StoreUnavailable = new(
        "Media.StoreUnavailable", ErrorKind.Unavailable, "Service is unavailable", "Files cannot be stored at the moment; try again");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Media.NotFound", ErrorKind.NotFound, "File not found", $"File with ID '{id}' does not exist");

    public static Error StoreFull(long maxBytes) => new(
        "Media.StoreFull", ErrorKind.PayloadTooLarge, "Server holds too many files", $"The files of all channels must be at most {maxBytes} bytes in total");

    public static Error ChannelFull(long maxBytes) => new(
        "Media.ChannelFull", ErrorKind.PayloadTooLarge, "Channel holds too many files", $"The files of a channel must be at most {maxBytes} bytes in total");
}

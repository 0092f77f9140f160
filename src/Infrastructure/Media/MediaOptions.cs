namespace Eliza.Infrastructure.Media;

/// <summary>The section <c>Media</c> of the configuration.</summary>
internal sealed class MediaOptions
{
    public const string Section = "Media";

    /// <summary>The folder in which uploaded files lie; null for <c>media</c> in the folder of the database file.</summary>
    public string? Path { get; set; }

    /// <summary>The most that the files of one channel may have in total.</summary>
    public long MaxBytesPerChannel { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Whether it is found out what uploaded files show or say.</summary>
    public bool DescribeFiles { get; set; } = true;
}

namespace Eliza.Infrastructure.Media;

/// <summary>The section <c>Media</c> of the configuration.</summary>
internal sealed class MediaOptions
{
    public const string Section = "Media";

    /// <summary>The folder in which uploaded files lie; null for <c>media</c> in the folder of the database file.</summary>
    public string? Path { get; set; }

    /// <summary>The most that the files of one channel may have in total.</summary>
    public long MaxBytesPerChannel { get; set; } = 1024L * 1024 * 1024;

    /// <summary>
    /// The most that all files may have in total; 0 for no limit, which it is unless the operator sets one: only they know the disk, and
    /// whatever we chose would be too much for one and, at an upgrade, end the uploads of another.
    /// </summary>
    public long MaxBytes { get; set; }

    /// <summary>Whether it is found out what uploaded files show or say.</summary>
    public bool DescribeFiles { get; set; } = true;
}

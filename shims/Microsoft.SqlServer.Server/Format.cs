namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type lies in its column.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

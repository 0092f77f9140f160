namespace Eliza.Application.Health;

/// <summary>The server's version, as three numbers.</summary>
internal static class ServerVersion
{
    public static readonly string Text = typeof(ServerVersion).Assembly.GetName().Version!.ToString(3);
}

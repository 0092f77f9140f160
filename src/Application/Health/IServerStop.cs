namespace Eliza.Application.Health;

/// <summary>Ends the server as a signal to its process would: what has begun is finished.</summary>
public interface IServerStop
{
    /// <summary>Once the present request is answered.</summary>
    void Request();
}

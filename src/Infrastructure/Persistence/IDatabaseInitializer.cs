namespace Eliza.Infrastructure.Persistence;

/// <summary>Makes a database ready before the server listens.</summary>
internal interface IDatabaseInitializer
{
    /// <summary>Brings the tables up to date where that is asked for, or makes sure that they are.</summary>
    /// <param name="migrate">Whether the operator asks for it in so many words.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidDataException">The database is not as the server needs it; the message says what to do.</exception>
    Task InitializeAsync(bool migrate, CancellationToken cancellationToken);
}

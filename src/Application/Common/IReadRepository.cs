using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>Answers queries straight from the database in the shape of the answer, without loading aggregates.</summary>
/// <remarks>The projection is the one that the module's AutoMapper profile declares.</remarks>
public interface IReadRepository<T> where T : class
{
    Task<TResponse?> FirstOrDefaultAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken);

    Task<IReadOnlyList<TResponse>> ListAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>How many there are of what the specification asks for, whatever its page.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken);
}

using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common;

/// <summary>A request that changes something: it runs in a unit of work.</summary>
public interface ICommand;

/// <inheritdoc cref="ICommand"/>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>A request that only reads.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

using Eliza.Domain.Common;
using FluentValidation;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>Refuses a malformed request with everything that is wrong with it, told at once.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(
    RequestInput input, ICaller caller, IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : class, IResult<TResponse>
{
    private static readonly string Message =
        typeof(ICommand).IsAssignableFrom(typeof(TRequest)) ? CommonErrors.InvalidBody : "Invalid request parameters";

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (input.Unreadable is { } error) return Task.FromResult(TResponse.Failure(error));

        var failures = input.Failures.Where(failure => !(request is IJudgesItsItems && RequestInput.IsOfItem(failure))).ToList();
        foreach (var validator in validators)
        {
            var found = validator.Validate(FieldRules.Context(request, caller.Current)).Errors.Select(failure => new FieldFailure(failure.PropertyName, failure.ErrorMessage));
            failures.AddRange(found.Where(failure => !IsUnread(failure.Path)));
        }
        return failures.Count == 0 ? next() : Task.FromResult(TResponse.Failure(CommonErrors.Invalid(Message, failures)));
    }

    /// <summary>A field of the wrong type looks missing to its validator; it is reported for its type alone.</summary>
    private bool IsUnread(string path) => input.Failures.Any(failure => failure.Path == path);
}

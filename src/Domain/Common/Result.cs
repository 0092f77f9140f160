using System.Diagnostics.CodeAnalysis;

namespace Eliza.Domain.Common;

/// <summary>The value that was asked for, or the error that explains why there is none.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The value. Asking a failed result for it is a bug, so it throws.</summary>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"A failed result has no value: {Error.Code}.");

    /// <summary>For values of an interface type, which cannot be converted implicitly.</summary>
    public static Result<T> Success(T value) => new(value, null);

    public static Result<T> Failure(Error error) => new(default, error);

    static Type IResult<Result<T>>.ContentType => typeof(T);

    object? IResult<Result<T>>.Content => _value;

    static Result<T> IResult<Result<T>>.Of(object content) => new((T)content, null);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => Failure(error);
}

namespace Eliza.Domain.Common;

/// <summary>What a pipeline behaviour needs of a result whose type it does not know.</summary>
public interface IResult<TSelf> where TSelf : IResult<TSelf>
{
    /// <summary>The type of what a success holds.</summary>
    static abstract Type ContentType { get; }

    Error? Error { get; }

    /// <summary>What a success holds; null for a failure.</summary>
    object? Content { get; }

    static abstract TSelf Failure(Error error);

    /// <summary>A success that holds this.</summary>
    static abstract TSelf Of(object content);
}

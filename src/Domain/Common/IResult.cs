namespace Eliza.Domain.Common;

/// <summary>What a pipeline behaviour needs of a result whose type it does not know.</summary>
public interface IResult<TSelf> where TSelf : IResult<TSelf>
{
    Error? Error { get; }

    static abstract TSelf Failure(Error error);
}

namespace Eliza.WebApi.Responses;

/// <summary>Marks answers that are a stream of events when the request asks for one, for the OpenAPI document.</summary>
internal interface IStreamAnswer
{
    /// <summary>The body otherwise.</summary>
    Type BodyType { get; }
}

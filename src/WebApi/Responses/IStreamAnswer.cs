namespace Eliza.WebApi.Responses;

/// <summary>Marks answers that are a stream of events, always or when the request asks for one, for the OpenAPI document.</summary>
internal interface IStreamAnswer
{
    /// <summary>The body otherwise; null when it is always a stream.</summary>
    Type? BodyType { get; }
}

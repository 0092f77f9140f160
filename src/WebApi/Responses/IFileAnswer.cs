namespace Eliza.WebApi.Responses;

/// <summary>Marks answers that are no JSON but a file, whole or a range of its bytes, for the OpenAPI document.</summary>
internal interface IFileAnswer;

namespace Eliza.WebApi.Input;

/// <summary>Marks an action whose body is a form of several parts, for the OpenAPI document.</summary>
internal interface ITakesForm
{
    /// <summary>What the form is read into, a property for each part.</summary>
    Type Form { get; }
}

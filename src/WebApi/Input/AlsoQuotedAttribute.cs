namespace Eliza.WebApi.Input;

/// <summary>A number, or true or false, that clients also send in a string, as characters of the reference have their settings.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AlsoQuotedAttribute : Attribute;

using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.OpenApi;

/// <summary>What the code says of itself, from the documentation files that the compiler puts beside the assemblies.</summary>
internal sealed partial class XmlComments
{
    private static readonly Assembly[] Documented = [typeof(XmlComments).Assembly, typeof(IPagedQuery).Assembly, typeof(ActorId).Assembly];

    private readonly Dictionary<string, XElement> _members = Documented
        .SelectMany(assembly => XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")).Descendants("member"))
        .Where(member => member.Attribute("name")!.Value.Contains(":Eliza.", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value);

    public string? Of(Type type) => TextOf(Find(type)?.Element("summary"));

    /// <summary>Actions are not overloaded, so a name is enough.</summary>
    public string? Of(MethodInfo action) => TextOf(Find(action)?.Element("summary"));

    /// <summary>A property's own comment, or that of the record's parameter which it comes from.</summary>
    public string? Of(PropertyInfo property) =>
        TextOf(_members.GetValueOrDefault($"P:{NameOf(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
        ?? TextOf(ParameterOf(Find(property.DeclaringType!), property.Name));

    public string? Of(MethodInfo action, string parameter) => TextOf(ParameterOf(Find(action), parameter));

    private static XElement? ParameterOf(XElement? member, string name) =>
        member?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name);

    private XElement? Find(Type type) => _members.GetValueOrDefault($"T:{NameOf(type)}");

    private XElement? Find(MethodInfo action)
    {
        var name = $"M:{NameOf(action.DeclaringType!)}.{action.Name}";
        return _members.FirstOrDefault(member => member.Key == name || member.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>As Markdown, on one line.</summary>
    private static string? TextOf(XElement? element)
    {
        if (element is null) return null;
        var text = Blanks().Replace(string.Concat(element.Nodes().Select(Written)), " ").Trim();
        return text.Length > 0 ? text : null;
    }

    private static string Written(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{CamelCase(code.Value)}`",
        XElement { Name.LocalName: "see" or "paramref" } reference =>
            (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value.Split('.', ':')[^1] ?? "",
        XElement element => string.Concat(element.Nodes().Select(Written)),
        _ => "",
    };

    /// <summary>Comments name a property as the code does; clients see it as JSON has it.</summary>
    private static string CamelCase(string code) => PascalCase().IsMatch(code) ? char.ToLowerInvariant(code[0]) + code[1..] : code;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^[A-Z][a-z]+([A-Z][a-z]+)*$")]
    private static partial Regex PascalCase();
}

using System.Reflection;
using Eliza.WebApi.Agents;
using Eliza.WebApi.Input;
using Eliza.WebApi.Messages;

namespace Eliza.UnitTests.Input;

public sealed class BodyShapeTests
{
    [Theory]
    [InlineData("serverId")]
    [InlineData("server_id")]
    [InlineData("messageServerId")]
    [InlineData("message_server_id")]
    public void Find_WhenUnderAnyOfItsNames_IsTheField(string name) =>
        BodyShape.Of(typeof(SubmitMessageRequest)).Find(name).ShouldNotBeNull().Name.ShouldBe("ServerId");

    [Theory]
    [InlineData("sessionTimeoutMinutes")]
    [InlineData("session_timeout_minutes")]
    [InlineData("SESSION_TIMEOUT_MINUTES")]
    public void Find_WhenTheOtherNameIsInCapitals_IsTheFieldByJustThose(string name)
    {
        BodyShape.Of(typeof(AgentSettingsFields)).Find(name).ShouldNotBeNull().Name.ShouldBe("SessionTimeoutMinutes");
        BodyShape.Of(typeof(AgentSettingsFields)).Find("SESSION_timeout_MINUTES").ShouldBeNull();
    }

    [Theory]
    [InlineData("ServerId")]
    [InlineData("serverid")]
    [InlineData("")]
    public void Find_WhenUnderAnotherName_IsNull(string name) => BodyShape.Of(typeof(SubmitMessageRequest)).Find(name).ShouldBeNull();

    [Fact]
    public void Find_WhenOfAnyRequest_KnowsEveryFieldInBothSpellings()
    {
        var requests = typeof(SubmitMessageRequest).Assembly.GetTypes()
            .Where(type => type.IsClass && type.Name.EndsWith("Request", StringComparison.Ordinal) && type.Namespace!.StartsWith("Eliza", StringComparison.Ordinal))
            .ToArray();

        requests.ShouldContain(typeof(SubmitMessageRequest));
        foreach (var property in requests.SelectMany(request => BodyShape.Of(request).Fields).Select(field => field.Property))
        {
            var shape = BodyShape.Of(property.ReflectedType!);
            shape.Find(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).ShouldNotBeNull().Property.ShouldBe(property);
            shape.Find(Snake(property)).ShouldNotBeNull().Property.ShouldBe(property);
        }
    }

    private static string Snake(PropertyInfo property) =>
        string.Concat(property.Name.Select((letter, index) => (index > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));
}

using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class ErrorTests
{
    [Fact]
    public void Value_WhenResultFailed_ThrowsWithTheCode()
    {
        Result<int> failed = Error.Rule("Test.Wrong", "must be right");

        Should.Throw<InvalidOperationException>(() => failed.Value).Message.ShouldContain("Test.Wrong");
    }

    [Fact]
    public void Value_WhenResultIsNothing_IsNull()
    {
        Result<string?> nothing = (string?)null;

        nothing.ShouldSucceed().ShouldBeNull();
    }

    [Fact]
    public void Invalid_WhenSeveralFieldsAreWrong_TellsAllOfThem()
    {
        var error = CommonErrors.Invalid("Invalid request body", [FieldFailure.Required("Name"), FieldFailure.Breaks("Files[0].Size", "must be 0 or more")]);

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Message.ShouldBe("Invalid request body");
        error.Details.ShouldBe("Required field 'Name' is missing; Field 'Files[0].Size' must be 0 or more");
        error.Fields.Select(field => field.Path).ShouldBe(["Name", "Files[0].Size"]);
    }

    [Fact]
    public void Describe_WhenSpelledByTheClient_UsesItsSpelling() =>
        CommonErrors.Describe([FieldFailure.Required("ServerId")], path => $"<{path}>").ShouldBe("Required field '<ServerId>' is missing");
}

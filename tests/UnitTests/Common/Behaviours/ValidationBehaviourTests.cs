using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FluentValidation;
using FluentValidation.Results;

namespace Eliza.UnitTests.Common.Behaviours;

public sealed class ValidationBehaviourTests
{
    private readonly RequestInput _input = new();

    [Fact]
    public async Task Handle_WhenNothingIsWrong_AsksTheHandler() => (await HandleAsync(new Failing())).ShouldSucceed().ShouldBe("handled");

    [Fact]
    public async Task Handle_WhenThereIsNoValidator_AsksTheHandler() => (await HandleAsync()).ShouldSucceed().ShouldBe("handled");

    [Fact]
    public async Task Handle_WhenSeveralFieldsAreWrong_ReportsAllTogether()
    {
        _input.Add(FieldFailure.Breaks("Size", "must be a whole number"));

        var error = (await HandleAsync(new Failing("Name", "Files"), new Failing("Role"))).ShouldFail("Request.Invalid");

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Fields.Select(field => field.Path).ShouldBe(["Size", "Name", "Files", "Role"]);
        error.Details.ShouldBe("Field 'Size' must be a whole number; Name is wrong; Files is wrong; Role is wrong");
    }

    [Fact]
    public async Task Handle_WhenAFieldCouldNotBeRead_ReportsItOnceForItsType()
    {
        _input.Add(FieldFailure.Breaks("Name", "must be a string"));
        _input.Add(FieldFailure.Breaks("Files[0].Size", "must be a whole number"));

        var error = (await HandleAsync(new Failing("Name", "Files[0].Size"))).ShouldFail("Request.Invalid");

        error.Details.ShouldBe("Field 'Name' must be a string; Field 'Files[0].Size' must be a whole number");
    }

    [Fact]
    public async Task Handle_WhenOnePartCouldNotBeRead_StillReportsTheOthersAndTheWhole()
    {
        _input.Add(FieldFailure.Breaks("Files[0].Size", "must be a whole number"));

        var error = (await HandleAsync(new Failing("Files", "Files[0].Url", "Files[1].Size"))).ShouldFail("Request.Invalid");

        error.Fields.Select(field => field.Path).ShouldBe(["Files[0].Size", "Files", "Files[0].Url", "Files[1].Size"]);
    }

    [Fact]
    public async Task Handle_WhenNothingCouldBeRead_SaysOnlyThatAndAsksNobody()
    {
        var unreadable = Error.Rule("Test.Unreadable", "must be JSON");
        _input.Unreadable = unreadable;
        _input.Add(FieldFailure.Breaks("Size", "must be a whole number"));
        var validator = new Failing("Name");

        (await HandleAsync(validator)).Error.ShouldBe(unreadable);

        validator.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_WhenQueryOrCommand_SaysWhatIsInvalid()
    {
        _input.Add(FieldFailure.Required("Name"));
        var query = new ValidationBehaviour<TestQuery, Result<string>>(_input, Callers.Operator.Calls(), []);

        (await HandleAsync()).Error!.Message.ShouldBe("Invalid request body");
        (await query.Handle(new TestQuery(), TestContext.Current.CancellationToken, NotReached)).Error!.Message.ShouldBe("Invalid request parameters");
    }

    private static Task<Result<string>> NotReached() => throw new InvalidOperationException("An invalid request reached its handler.");

    /// <summary>The handler answers only when nothing is wrong.</summary>
    private Task<Result<string>> HandleAsync(params Failing[] validators)
    {
        var valid = _input.Unreadable is null && _input.Failures.Count == 0 && validators.All(validator => validator.IsContent);
        return new ValidationBehaviour<TestCommand, Result<string>>(_input, Callers.Operator.Calls(), validators).Handle(
            new TestCommand(), TestContext.Current.CancellationToken, valid ? () => Task.FromResult<Result<string>>("handled") : NotReached);
    }

    private sealed class Failing(params string[] paths) : AbstractValidator<TestCommand>
    {
        public int Asked { get; private set; }

        public bool IsContent => paths.Length == 0;

        public override ValidationResult Validate(ValidationContext<TestCommand> context)
        {
            Asked++;
            return new ValidationResult(paths.Select(path => new ValidationFailure(path, $"{path} is wrong")));
        }
    }
}

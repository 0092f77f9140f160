using System.Reflection;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;
using Eliza.WebApi.OpenApi.Examples;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Eliza.WebApi.OpenApi;

/// <summary>A route, and what its action says of itself.</summary>
internal sealed record OperationRoute(string Method, string Path, ControllerActionDescriptor Action, IList<ApiParameterDescription> Parameters)
{
    public AnswerAttribute Answer { get; } = Action.MethodInfo.GetCustomAttribute<AnswerAttribute>()
        ?? throw new NotSupportedException($"{Action.DisplayName} does not say what it answers.");

    public ApiParameterDescription? Body => Parameters.SingleOrDefault(parameter => parameter.Source == BindingSource.Body);

    /// <summary>What its form is read into; null where it takes none.</summary>
    public Type? Form => Action.MethodInfo.GetCustomAttributes().OfType<ITakesForm>().SingleOrDefault()?.Form;

    public bool AnswersFile => Answer is IFileAnswer;

    /// <summary>Whether it may answer a stream of events; where it may also answer something else, the stream has a status of its own.</summary>
    public bool AnswersStream => Answer is IStreamAnswer;

    /// <summary>Whether it always answers a stream of events.</summary>
    public bool AnswersStreamOnly => Answer is IStreamAnswer { BodyType: null };

    /// <summary>Whether it answers a page of a list.</summary>
    public bool AnswersPage => Parameters.Any(parameter => parameter.Name == "offset");

    /// <summary>Only a POST is done once for its key, and only one that says so may be answered that the key was used for something else.</summary>
    public bool IsIdempotent => HttpMethods.IsPost(Method) && Named.Statuses.Contains(StatusCodes.Status422UnprocessableEntity);

    public bool IsAnonymous => Action.EndpointMetadata.OfType<IAllowAnonymous>().Any();

    public IReadOnlyList<Sample> Samples => Examples.Samples.Of(Action);

    public IEnumerable<int> Successes =>
        AnswersFile ? [Answer.Status, StatusCodes.Status206PartialContent]
        : AnswersStream && !AnswersStreamOnly ? [StatusCodes.Status200OK, Answer.Status]
        : [Answer.Status];

    /// <summary>Those that the action names, and those that go without saying.</summary>
    public IEnumerable<int> Failures
    {
        get
        {
            int[] ofInput = Body is not null || Form is not null ? [400, 413, 415] : IsIdempotent || Parameters.Any(parameter => parameter.Source == BindingSource.Query) ? [400] : [];
            int[] ofCaller = IsAnonymous ? [429, 500, 503] : [401, 429, 500, 503];
            return Named.Statuses.Concat(FailureKinds.Select(kind => ErrorStatus.Of(kind).Status)).Concat(ofInput).Concat(ofCaller).Distinct();
        }
    }

    /// <summary>What some statuses mean here, in the place of the usual.</summary>
    public IReadOnlyList<ErrorKind> FailureKinds => Named.Kinds;

    private FailsAttribute Named => Action.MethodInfo.GetCustomAttribute<FailsAttribute>() ?? new FailsAttribute();

    public IEnumerable<string> HeadersOfFile(int status) =>
        !AnswersFile ? []
        : status == StatusCodes.Status206PartialContent ? [SharedHeaders.AcceptRanges, SharedHeaders.Disposition, SharedHeaders.ContentRange]
        : [SharedHeaders.AcceptRanges, SharedHeaders.Disposition];
}

using Eliza.Domain.Common;
using FluentValidation;
using FluentValidation.Results;

namespace Eliza.Application.Common;

/// <summary>The few forms that our validation rules take, worded for the error envelope.</summary>
internal static class FieldRules
{
    private const string CallerIsSomebody = nameof(CallerIsSomebody);

    /// <summary>The field must be there and keep the rule of its value object.</summary>
    public static void Required<T, TRaw, TValue>(this IRuleBuilderInitial<T, TRaw?> rule, Func<TRaw, Result<TValue>> create) =>
        rule.Custom((raw, context) =>
        {
            if (raw is null) Add(context, FieldFailure.Required(context.PropertyPath));
            else Check(context, create(raw));
        });

    /// <summary>The field may be missing; if it is there it must keep the rule of its value object.</summary>
    public static void Optional<T, TRaw, TValue>(this IRuleBuilder<T, TRaw?> rule, Func<TRaw, Result<TValue>> create) =>
        rule.Custom((raw, context) =>
        {
            if (raw is not null) Check(context, create(raw));
        });

    /// <inheritdoc cref="Optional{T,TRaw,TValue}(IRuleBuilder{T,TRaw},Func{TRaw,Result{TValue}})"/>
    public static void Optional<T, TRaw, TValue>(this IRuleBuilder<T, TRaw?> rule, Func<TRaw, Result<TValue>> create) where TRaw : struct =>
        rule.Custom((raw, context) =>
        {
            if (raw is not null) Check(context, create(raw.Value));
        });

    /// <summary>A person's or an agent's id, which may be missing when the caller is somebody itself, or when another field names it.</summary>
    public static void ActorOrCaller<T>(this IRuleBuilder<T, string?> rule, Func<T, bool>? isNamedElsewhere = null) => rule.Custom((raw, context) =>
    {
        if (raw is not null) Check(context, ActorId.Create(raw));
        else if (!context.RootContextData.ContainsKey(CallerIsSomebody) && isNamedElsewhere?.Invoke(context.InstanceToValidate) is not true)
            Add(context, FieldFailure.Required(context.PropertyPath));
    });

    /// <summary>Validators live as long as the server; what they must know of the present caller goes with the request.</summary>
    public static ValidationContext<T> Context<T>(T request, Caller? caller)
    {
        var context = new ValidationContext<T>(request);
        if (caller?.Actor is not null) context.RootContextData[CallerIsSomebody] = true;
        return context;
    }

    /// <summary>The field must not be as <paramref name="isBroken"/> says. The text follows the field's name: "must be …".</summary>
    public static IRuleBuilderOptionsConditions<T, TRaw> Breaks<T, TRaw>(this IRuleBuilder<T, TRaw> rule, Func<TRaw, bool> isBroken, string text) =>
        rule.Custom((raw, context) =>
        {
            if (isBroken(raw)) Add(context, FieldFailure.Breaks(context.PropertyPath, text));
        });

    /// <summary>A UUID, where the contract wants one.</summary>
    public static Result<Guid> Uuid(string raw) =>
        Domain.Common.Uuid.TryParse(raw, out var id) ? id : Error.Rule("Request.InvalidUuid", Domain.Common.Uuid.Rule);

    private static void Check<T, TValue>(ValidationContext<T> context, Result<TValue> result)
    {
        if (result.Error is { } error) Add(context, FieldFailure.Breaks(context.PropertyPath, error.Details));
    }

    /// <summary>The path is whole already; the context's own short form would put its place in front of it once more.</summary>
    private static void Add<T>(ValidationContext<T> context, FieldFailure failure) =>
        context.AddFailure(new ValidationFailure(failure.Path, failure.Problem));
}

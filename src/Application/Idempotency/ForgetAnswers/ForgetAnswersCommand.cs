using Eliza.Application.Common;

namespace Eliza.Application.Idempotency.ForgetAnswers;

/// <summary>Removes answers that have expired, that many at most; the answer is how many it removed.</summary>
public sealed record ForgetAnswersCommand(int Limit) : ICommand<int>;

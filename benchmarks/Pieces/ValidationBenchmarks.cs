using BenchmarkDotNet.Attributes;
using Eliza.Application.Common;
using Eliza.Application.Messages.SubmitMessage;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What it costs to judge a usual submission, its content of 400 characters included.</summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private readonly SubmitMessageCommandValidator _validator = new();
    private readonly SubmitMessageCommand _command = Samples.Command;

    [GlobalSetup]
    public void Check()
    {
        if (!ValidateSubmission()) throw new InvalidOperationException("The submission that is to be measured is refused.");
    }

    [Benchmark]
    public bool ValidateSubmission() => _validator.Validate(FieldRules.Context(_command, Samples.Ada)).IsValid;
}

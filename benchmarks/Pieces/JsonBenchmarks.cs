using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Eliza.Application.Messages;
using Eliza.WebApi.Input;
using Eliza.WebApi.Messages;
using Eliza.WebApi.Responses;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What it costs to read a submission and to write its answer, as bytes.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly byte[] _body = Samples.Body;
    private readonly SuccessBody<MessageResponse> _answer = new(Samples.Response);

    [Benchmark]
    public bool ParseBody()
    {
        using var document = StrictJson.Parse(_body, out _);
        return document is not null;
    }

    /// <summary>The parsing included.</summary>
    [Benchmark]
    public SubmitMessageRequest ParseAndReadBody() => Samples.Read(_body);

    [Benchmark]
    public byte[] WriteAnswer() => JsonSerializer.SerializeToUtf8Bytes(_answer, Json.Options);
}

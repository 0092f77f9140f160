using BenchmarkDotNet.Attributes;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What it costs to look whether a text is one that a message may say: usual ones, the longest, and one that is made to cost much.</summary>
[MemoryDiagnoser]
public class ContentRuleBenchmarks
{
    private readonly string _plain = Samples.Content;
    private readonly string _urls = Samples.Repeat("See https://example.com/a?b=1&c=2 & https://example.com/d?e=3&f=4 for more. ", 400);
    private readonly string _longest = Samples.Repeat(Samples.Content, MessageContent.MaxLength);
    private readonly string _tagsInTags = Samples.Repeat("<a ", MessageContent.MaxLength);

    /// <summary>A text that is refused is not looked at to its end.</summary>
    [GlobalSetup]
    public void Check()
    {
        string[] all = [_plain, _urls, _longest, _tagsInTags];
        if (!all.All(text => MessageContent.Create(text).IsSuccess)) throw new InvalidOperationException("A text that is to be measured is refused.");
    }

    [Benchmark]
    public Result<MessageContent> Plain400() => MessageContent.Create(_plain);

    [Benchmark]
    public Result<MessageContent> UrlsAndAmpersands400() => MessageContent.Create(_urls);

    [Benchmark]
    public Result<MessageContent> Plain4000() => MessageContent.Create(_longest);

    /// <summary>1,333 tags, each within the one before.</summary>
    [Benchmark]
    public Result<MessageContent> TagsInTags4000() => MessageContent.Create(_tagsInTags);
}

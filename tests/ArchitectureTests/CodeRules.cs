using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Eliza.Application.Messages.ListMessages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Agents;
using Eliza.WebApi.Hosting;
using Microsoft.Extensions.Logging;

namespace Eliza.ArchitectureTests;

/// <summary>Nobody blocks, nobody works for a caller who is gone, and there is one clock.</summary>
public sealed partial class CodeRules
{
    [Fact]
    public void Code_InEveryLayer_AsksTheOneClock() => Types.InAssemblies(Layers.All)
        .ShouldNot().CallAny(
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
            "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
            "System.Guid.NewGuid", "System.Guid.CreateVersion7()", "System.Environment.get_TickCount", "System.Environment.get_TickCount64")
        .GetResult().ShouldHold("Time comes from the injected TimeProvider, ids from Guid.CreateVersion7(now).", typeof(RunDispatcher), typeof(ChannelId));

    [Fact]
    public void AsyncMethods_InEveryLayer_ReturnATask() => Layers.All
        .SelectMany(layer => layer.GetTypes())
        .SelectMany(type => type.GetMethods(TypeShape.Declared))
        .Where(method => method.IsDefined(typeof(AsyncStateMachineAttribute)))
        .ShouldInclude(typeof(ListMessagesQueryHandler).GetMethod("Handle")!)
        .ShouldAll("An async method returns a task: nobody can wait for an async void, and its exception ends the server.", method => method.ReturnType != typeof(void));

    [Fact]
    public void AsyncMethods_OfPortsAndHandlers_TakeACancellationTokenLast() => BuildingBlocks.Ports
        .Concat(BuildingBlocks.Adapters).Concat(BuildingBlocks.Handlers).Concat(BuildingBlocks.Reactions)
        .SelectMany(type => type.GetMethods(TypeShape.Declared))
        .Where(method => method is { IsPrivate: false } && method.ReturnType.IsTask())
        .ShouldInclude(typeof(IChannelRepository).GetMethod("FindAsync")!, typeof(SubmitMessageCommandHandler).GetMethod("Handle")!)
        .ShouldAll("Whoever waits can stop waiting: the last parameter is a CancellationToken.", TakesTokenLast);

    [Fact]
    public void Code_InEveryLayer_NeverBlocksOnATask() => Types.InAssemblies(Layers.All)
        .ShouldNot().CallAny(
            "System.Threading.Tasks.Task.get_Result", "System.Threading.Tasks.ValueTask.get_Result",
            "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task.WaitAny",
            "System.Threading.Tasks.Task.RunSynchronously")
        .GetResult().ShouldHold("A thread that waits for a task is lost to all others: await it.", typeof(RunDispatcher));

    /// <summary>In the compiled code this looks like an await, so it is read in the source. The committer's thread is its own: it waits for nobody's place.</summary>
    [Fact]
    public void Source_InEveryLayer_NeverBlocksOnAnAwaiter() => SourceTree.CodeUnder("src").Where(file => file != "src/Infrastructure/Persistence/Servers/ServerBatch.cs")
        .ShouldInclude("src/WebApi/Program.cs")
        .ShouldAll("A thread that waits for a task is lost to all others: await it.", file => !Blocking().IsMatch(SourceTree.Read(file)));

    /// <summary>Operators' filters and alarms know a line of the log by its number.</summary>
    [Fact]
    public void LogMessages_InEveryLayer_HaveNumbersOfTheirOwn()
    {
        var messages = Layers.All.SelectMany(layer => layer.GetTypes()).SelectMany(type => type.GetMethods(TypeShape.Declared))
            .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .ShouldInclude(MessageOf(typeof(RequestLog), "Answered"), MessageOf(typeof(RunWorker), "NotSaved"))
            .ToLookup(method => method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId);

        messages.Select(sharing => sharing.Key).ToList().ShouldHaveNo(
            "A message of the log has a number of its own.", number => messages[number].Where(_ => number <= 0 || messages[number].Count() > 1));

        static MethodInfo MessageOf(Type type, string name) => type.GetMethod(name, TypeShape.Declared)!;
    }

    internal static bool TakesTokenLast(MethodInfo method) => method.GetParameters() is [.., var last] && last.ParameterType == typeof(CancellationToken);

    [GeneratedRegex(@"\.\s*GetAwaiter\s*\(\s*\)\s*\.\s*GetResult\b")]
    private static partial Regex Blocking();
}

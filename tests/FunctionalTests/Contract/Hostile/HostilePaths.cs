using System.Text;

namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>What stands where a path, an id in a path or a query should stand, as it goes over the wire.</summary>
internal static class HostilePaths
{
    private const string SamePath = "it is another way to write a path that exists";

    /// <summary>Targets of a GET.</summary>
    public static readonly HostileInputs<string> Targets = new(new[]
    {
        "/../etc/passwd", "/../../../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/api/..%5c..%5cwindows", "/%252e%252e/etc/passwd", "/..;/admin", "/.git/config", "/.env", "/appsettings.json", "/data/eliza.db", "/data/bootstrap-api-key", "//", "///", "//evil.example/%2e%2e", "/\\evil.example",
        "/api\\agents", "/api/agents%00", "/api/agents%00.json", "/api/agents;x=1", "/api;/agents", "/api%2fagents", "/api%2Fmessaging%2Fsubmit", "/api/%c0%ae%c0%ae/agents", "/%c0%af", "/%ff%fe", "/%", "/%zz", "/%u0041", "/api/agents%20", "/api/agents%0d%0aX: y", "/api/agents%0a", "/api/agents/..%00/", "/api/agents#fragment", "/{channelId}", "/api/messaging/channels/{channelId}",
        "/<script>", "/api/messaging/channels/../../../health/x", "/api/messaging/channels/./x", "/" + new string('a', 7000), "/" + new string('a', 20_000), "/" + string.Concat(Enumerable.Repeat("a/", 3000)), "/api/agents?" + new string('a', 20_000), "api/agents", "*", "http://", "http://x:99999/api/agents", "ftp://x/api/agents", "http://[::1/api/agents", "javascript:alert(1)", "/\u00FCber", "/api/\u0080agents", "/%e2%80%ae", "/%f0%9f%94%91",
    }.Select(target => new HostileInput<string>(NameOf("target", target), target)).Concat(new[]
    {
        "/" + string.Concat(Enumerable.Repeat("%2e%2e/", 1000)), "/API/AGENTS", "/api/agents/", "/api//agents", "//api/agents", "/./api/agents", "/x/../api/agents", "/api/%61gents", "/%2e/api/agents", "/api/x/%2e%2e/agents", "http://evil.example/api/agents", "HTTP://x/api/agents", "/api/agents?", "/api/agents?&&&===", "/api/agents?%00=%00", "/api/agents?" + string.Join('&', Enumerable.Range(0, 900).Select(i => $"a{i}=1")),
    }.Select(target => new HostileInput<string>(NameOf("target", target), target, SamePath))));

    /// <summary>Ids in a path: none of them names anything.</summary>
    public static readonly HostileInputs<string> Segments = new(new[]
    {
        "x", "0", "-1", "null", "undefined", "%20", "%09", "%0a", "%0d%0a", "%7f", "%c2%85", "%e2%80%8b", "%e2%80%ae", "%ef%bb%bf", "%ff", "%c0%ae", "%ed%a0%80", "%f4%90%80%80", "%ef%bf%bf", "%D9%A1%D9%A2", "%27%20OR%201=1--", "%22", "%3Cscript%3E", "%7BchannelId%7D", "{0}", "%25s%25n", "a;b=1", "a,b", "a+b", "a%2Fb", "a%5Cb", "%2e%2e%2f", "*", "~", "$", "@", ":", "!", "(", "'",
        "99999999999999999999", "1e9", "0x10", "00000000-0000-0000-0000-00000000000g", "%7B00000000-0000-0000-0000-000000000000%7D", "000000000000000000000000000000000", "00000000%2D0000-0000-0000-000000000001", "00000000-0000-0000-0000-0000000000%EF%BC%90%EF%BC%91", "ffffffff-ffff-ffff-ffff-ffffffffffff", new('a', 129), new('a', 3000), string.Concat(Enumerable.Repeat("%F0%9F%94%91", 500)),
    }.Select(segment => new HostileInput<string>(NameOf("segment", segment), segment)));

    /// <summary>Values of a query's parameter; <c>@</c> stands for its name.</summary>
    public static readonly HostileInputs<string> Queries = new(new[]
    {
        "@=NaN", "@=Infinity", "@=1e9", "@=0x10", "@=010x", "@=1.5", "@=1,5", "@=1_000", "@=%20", "@=%2010", "@=10%20", "@=+", "@=%00", "@=%ff", "@=%D9%A1", "@=-1", "@=-0x1", "@=--1", "@=-2147483649", "@=2147483648", "@=9223372036854775808", "@=99999999999999999999", "@=" + new string('9', 2000), "@=1&@=2", "@=1&@=1", "@=&@=", "@=1;2", "@=1%26@=2", "@=null", "@=true", "@=[]", "@={}", "@=%27--", "@=%3Cscript%3E", "@=" + new string('x', 4000), "@=0-0",
    }.Select(query => new HostileInput<string>(NameOf("query", query), query, query.Contains("x10") || query.StartsWith("@=&") ? "text may mean something, and nothing is nothing" : null)).Concat(new[]
    {
        "@=", "@", "@[]=1", "@[0]=1", "@.x=1", "=1", "&&", "%40=1", "@=%2B10", "@=000000010", "@=-0", "x@=1", "@%00=1", "?@=1", "@=10#x", "%zz=%zz",
    }.Select(query => new HostileInput<string>(NameOf("query", query), query, "it says nothing of the parameter, or a number after all"))));

    private static string NameOf(string kind, string text) => $"{kind} {Shown(text)}";

    private static string Shown(string text) => text.Length > 60 ? $"{text[..30]}… of {Encoding.UTF8.GetByteCount(text)}" : text;
}

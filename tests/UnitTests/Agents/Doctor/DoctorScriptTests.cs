using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class DoctorScriptTests
{
    [Fact]
    public void Embedded_WhenLoaded_HasTheKeywordsOfTheOriginal()
    {
        string[] original =
        [
            "sorry", "dont", "cant", "wont", "remember", "if", "dreamt", "dreamed", "dream", "dreams", "how", "when", "alike", "same", "certainly",
            "perhaps", "maybe", "name", "deutsch", "francais", "italiano", "espanol", "xfremd", "hello", "computer", "machine", "machines",
            "computers", "am", "are", "your", "was", "were", "me", "you're", "i'm", "myself", "yourself", "i", "you", "yes", "no", "my", "can",
            "what", "because", "why", "everyone", "everybody", "nobody", "noone", "always", "like", "dit",
        ];

        DoctorScript.Embedded.ShouldBeSameAs(DoctorScript.Embedded);
        DoctorScript.Embedded.Greeting.ShouldNotBeNullOrWhiteSpace();
        DoctorScript.Embedded.Memory.ShouldNotBeNull().Rules.Length.ShouldBe(4);
        original.Where(word => !DoctorScript.Embedded.Keywords.ContainsKey(word)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("computer", 50)]
    [InlineData("name", 15)]
    [InlineData("like", 10)]
    [InlineData("remember", 5)]
    [InlineData("dreamt", 4)]
    [InlineData("if", 3)]
    [InlineData("my", 2)]
    [InlineData("always", 1)]
    [InlineData("i", 0)]
    public void Embedded_WhenLoaded_RanksAsTheOriginal(string word, int rank) => DoctorScript.Embedded.Keywords[word].Rank.ShouldBe(rank);

    [Theory]
    [InlineData("""{ "word": "x" }""", "Keyword “x”: it has neither replace, sameAs nor rules")]
    [InlineData("""{ "word": "x", "rules": [] }""", "Keyword “x”: it has neither replace, sameAs nor rules")]
    [InlineData("""{ "word": "X", "replace": "y" }""", "Keyword “X”: “X” is not one word")]
    [InlineData("""{ "word": "no one", "replace": "y" }""", "Keyword “no one”: “no one” is not one word")]
    [InlineData("""{ "word": "x", "replace": "y z" }""", "Keyword “x”: its replacement “y z”")]
    [InlineData("""{ "word": "x", "sameAs": "y", "rules": [] }""", "Keyword “x”: it has both")]
    [InlineData("""{ "word": "x", "sameAs": "y" }""", "Keyword “x”: it refers to “y”, which has no rules")]
    [InlineData("""{ "word": "x", "replace": "y" }, { "word": "z", "sameAs": "x" }""", "Keyword “z”: it refers to “x”, which has no rules")]
    [InlineData("""{ "word": "x", "replace": "y" }, { "word": "x", "replace": "z" }""", "Keyword “x”: it is there 2 times")]
    [InlineData("""{ "word": "x", "ranc": 3, "replace": "y" }""", "Keyword “x”: ")]
    [InlineData("""{ "word": "x", "rank": "high", "replace": "y" }""", "Keyword “x”: ")]
    [InlineData("""{ "word": "x", "rank": 1, "rank": 2, "replace": "y" }""", "rank")]
    [InlineData("""{ "word": "x", "rules": [null] }""", "Keyword “x”: a rule is null")]
    [InlineData("""{ "word": "x", "rules": [{ "match": "0" }] }""", "Keyword “x”: ")]
    [InlineData("""{ "word": "x", "rules": [{ "match": "0", "say": [] }] }""", "Keyword “x”: its pattern “0” has nothing to say")]
    [InlineData("""{ "rank": 3 }""", "Keyword number 1: ")]
    [InlineData("null", "Keyword number 1: ")]
    [InlineData("""{ "word": "\ud800", "replace": "y" }""", "Keyword “\\ud800”: ")]
    [InlineData("""{ "word": "x", "replace": "\ud800" }""", "Keyword “x”: ")]
    public void Load_WhenKeywordIsMalformed_NamesIt(string keywords, string message) => Refusal(keywords).ShouldContain(message);

    [Theory]
    [InlineData("", "Yes.", "a pattern is empty")]
    [InlineData("0 Your", "Yes.", "“Your” is not one word")]
    [InlineData("0 want|", "Yes.", "“” is not one word")]
    [InlineData("0 /kin", "Yes.", "there is no class “kin”")]
    [InlineData("0 -1", "Yes.", "“-1” is not one word")]
    [InlineData("0", "{1}?", "says nothing of its own")]
    [InlineData("0", "", "says nothing of its own")]
    [InlineData("0", "Yes {2}.", "asks for a part that the pattern hasn't got: it has 1")]
    [InlineData("0", "Yes {0}.", "asks for a part")]
    [InlineData("0", "Yes {x}.", "has a brace")]
    [InlineData("0", "Yes {1.", "has a brace")]
    [InlineData("0", "Yes {1} : no.", "has a colon")]
    [InlineData("0", "Yes\\u0007.", "has a control character")]
    [InlineData("0", "(newkeys)", "is neither (newkey)")]
    [InlineData("0", "(=y)", "it refers to “y”, which has no rules")]
    [InlineData("0", "(pre (you {2}) (=x))", "asks for a part")]
    public void Load_WhenRuleIsMalformed_NamesTheKeyword(string match, string say, string message) =>
        Refusal(TinyScript.Rule("x", match, say)).ShouldSatisfyAllConditions(
            refusal => refusal.ShouldStartWith("Keyword “x”: "),
            refusal => refusal.ShouldContain(message));

    [Theory]
    [InlineData("(=x)", "x → x")]
    [InlineData("(=y)", "x → y → x")]
    [InlineData("(pre (you) (=z))", "x → z → y → x")]
    public void Load_WhenReferencesFormALoop_RefusesAndShowsIt(string say, string loop)
    {
        var keywords = $$"""{{TinyScript.Rule("x", "0", "Yes.", say)}}, {{TinyScript.Rule("y", "0", "(=x)")}}, { "word": "z", "sameAs": "y" }""";

        Refusal(keywords).ShouldContain($"Keyword “x”: its references form a loop, {loop}.");
    }

    [Fact]
    public void Load_WhenTwoRulesHaveOnePattern_NamesThem() =>
        Refusal("""{ "word": "x", "rules": [{ "match": "0 a", "say": ["One."] }, { "match": "0  a", "say": ["Two."] }] }""")
            .ShouldContain("Keyword “x”: it has two rules for one pattern, x: 0 a");

    [Theory]
    [InlineData("", "The script: ")]
    [InlineData("null", "The script: it is null")]
    [InlineData("[]", "The script: ")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So."] }""", "keywords")]
    [InlineData("""{ "greeting": null, "none": ["So."], "keywords": [] }""", "The script: ")]
    [InlineData("""{ "greeting": "\ud800", "none": ["So."], "keywords": [] }""", "The script: ")]
    [InlineData("""{ "greeting": "", "none": ["So."], "keywords": [] }""", "The greeting: ")]
    [InlineData("""{ "greeting": "Hi.", "none": [], "keywords": [] }""", "The none remarks: there must be at least one")]
    [InlineData("""{ "greeting": "Hi.", "none": [null], "keywords": [] }""", "The none remarks: ")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So {1}."], "keywords": [] }""", "The none remarks: ")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So."], "keywords": [], "extra": 1 }""", "extra")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So."], "keywords": [], "classes": { "a": ["B"] } }""", "The classes: ")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So."], "keywords": [], "classes": { "a": null } }""", "The classes: ")]
    [InlineData("""{ "greeting": "Hi.", "none": ["So."], "keywords": [], "memory": { "keyword": "x", "rules": [] } }""", "The memory: it has no rules")]
    [InlineData(
        """{ "greeting": "Hi.", "none": ["So."], "keywords": [], "memory": { "keyword": "x", "rules": [{ "match": "0", "say": "So {1}." }] } }""",
        "The memory: there is no keyword “x”")]
    public void Load_WhenScriptIsMalformed_SaysWhere(string json, string message) =>
        Should.Throw<InvalidDataException>(() => TinyScript.Load(json)).Message.ShouldContain(message);

    /// <summary>Every sentence of the script is looked at, also one that no conversation in these tests comes to.</summary>
    [Fact]
    public void Embedded_WhenLoaded_HasSentencesThatReadAsSentences()
    {
        var parts = Enumerable.Repeat(new ArraySegment<string>(["something"]), 9).ToArray();

        var sentences = DoctorScript.Embedded.Keywords.Values.SelectMany(keyword => keyword.Rules).SelectMany(rule => rule.Say)
            .OfType<Reassembly.Sentence>().Select(sentence => sentence.Template)
            .Concat(DoctorScript.Embedded.None)
            .Concat(DoctorScript.Embedded.Memory.ShouldNotBeNull().Rules.Select(rule => rule.Template))
            .Select(template => template.Fill(parts)).ToArray();

        sentences.Length.ShouldBeGreaterThan(180);
        sentences.ShouldBeUnique();
        sentences.ShouldAllBe(sentence => ReplyText.Finish(sentence).Equals(sentence, StringComparison.OrdinalIgnoreCase));
    }

    private static string Refusal(string keywords) => Should.Throw<InvalidDataException>(() => TinyScript.Of(keywords)).Message;
}

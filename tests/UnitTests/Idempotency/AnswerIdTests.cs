using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Idempotency;

public sealed class AnswerIdTests
{
    private static readonly string[] Parts = ["a", "b", "ab", "a:b", "user:ada", "key:a"];

    [Fact]
    public void Of_WhenAsked_IsTheHashOfAllThree() =>
        IdOf("user:ada", "Submit", "k1").Value.ShouldBe(Sha256("user:ada\nSubmit\nk1"));

    [Fact]
    public void Of_WhenAskedTwice_IsTheSame()
    {
        IdOf("user:ada", "Submit", "k1").ShouldBe(IdOf("user:ada", "Submit", "k1"));
        AnswerId.From(IdOf("user:ada", "Submit", "k1").Value).ShouldBe(IdOf("user:ada", "Submit", "k1"));
        $"{IdOf("user:ada", "Submit", "k1")}".Length.ShouldBe(AnswerId.Length);
    }

    [Fact]
    public void Of_WhenAnyOfTheThreeDiffers_Differs()
    {
        var ids = (from caller in Parts from operation in Parts from key in Parts select IdOf(caller, operation, key)).ToList();

        ids.Count.ShouldBe(Parts.Length * Parts.Length * Parts.Length);
        ids.ShouldBeUnique();
    }

    /// <summary>The line break that divides the three is in none of them, whatever the client takes for ids and keys.</summary>
    [Fact]
    public void Of_WhenAClientTriesToShiftThem_CannotHoldWhatDividesThem()
    {
        ActorId.Create("ada\nSubmit").ShouldFail("Actor.InvalidId");
        IdempotencyKey.Create("a\nb").ShouldFail("Idempotency.InvalidKey");
        new[] { Callers.Operator, Callers.Eliza, Callers.Ada }.ShouldAllBe(caller => !caller.Id.Contains('\n'));
    }

    private static AnswerId IdOf(string caller, string operation, string key) => AnswerId.Of(caller, operation, IdempotencyKey.Create(key).Value);

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}

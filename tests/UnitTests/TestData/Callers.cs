using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>One caller of each sort.</summary>
internal static class Callers
{
    public static readonly Guid KeyId = new("4e700000-0000-7000-8000-000000000001");

    public static readonly Caller Operator = Caller.Service(KeyId, "bootstrap", Scopes.Admin);

    public static readonly Caller Ada = Caller.User(Ids.Ada, DisplayName.From("Ada Lovelace"));

    public static readonly Caller Bob = Caller.User(Ids.Bob);

    public static readonly Caller Eliza = Caller.Agent(KeyId, "eliza's key", Ids.Eliza, Scopes.MessagesRead | Scopes.MessagesWrite);

    /// <summary>A back end that may do just this.</summary>
    public static Caller Service(Scopes scopes) => Caller.Service(KeyId, "back end", scopes);

    public static FakeCaller Calls(this Caller? caller) => new() { Current = caller };
}

using System.Security.Cryptography;
using System.Text;

namespace Eliza.Domain.Idempotency;

/// <summary>
/// What an answer is found by: SHA-256, in lower-case hexadecimal, of who asked for what under which key. One short text,
/// whatever clients take for keys.
/// </summary>
public readonly record struct AnswerId
{
    public const int Length = 64;

    private AnswerId(string value) => Value = value;

    public string Value { get; }

    /// <param name="caller">Who asks: the same key of another caller is another request.</param>
    /// <param name="operation">What for: the same key for something else is another request.</param>
    /// <param name="key">The client's own name of the request.</param>
    public static AnswerId Of(string caller, string operation, IdempotencyKey key) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{operation}\n{key}"))));

    /// <summary>For ids from the database.</summary>
    public static AnswerId From(string value) => new(value);

    public override string ToString() => Value;
}

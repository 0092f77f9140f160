using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Eliza.UnitTests.TestData;

/// <summary>Ada's token for the next hour, signed with the secret, unless told otherwise. Made by hand, so that it may be wrong.</summary>
internal sealed record TokenBuilder
{
    public const string Secret = "a-secret-of-more-than-32-bytes-for-tests";

    public static readonly byte[] SecretBytes = Encoding.UTF8.GetBytes(Secret);

    public static readonly long Now = Times.Now.ToUnixTimeSeconds();

    public string Header { get; init; } = """{"alg":"HS256","typ":"JWT"}""";

    /// <summary>What differs from the usual claims, as a merge patch: null takes one away.</summary>
    public string Change { get; init; } = "{}";

    public Func<byte[], byte[]> Sign { get; init; } = data => HMACSHA256.HashData(SecretBytes, data);

    public static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public string Build()
    {
        var claims = new JsonObject { ["sub"] = "ada", ["iat"] = Now, ["exp"] = Now + 3600 };
        foreach (var (name, value) in JsonNode.Parse(Change)!.AsObject())
        {
            claims.Remove(name);
            if (value is not null) claims[name] = value.DeepClone();
        }
        return BuildWith(claims.ToJsonString());
    }

    /// <summary>With these very claims, which need not be JSON.</summary>
    public string BuildWith(string claims)
    {
        var signed = $"{Part(Header)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>
/// Proves to a webhook that a call comes from here, is whole and was not sent before: the HMAC with SHA-256 of the time, a
/// full stop and the body, under the agent's secret.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Eliza-Signature";
    public const string TimestampHeader = "X-Eliza-Timestamp";

    /// <param name="timestamp">Unix seconds.</param>
    public static string Of(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp.ToString(CultureInfo.InvariantCulture) + "."), .. body];
        return "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}

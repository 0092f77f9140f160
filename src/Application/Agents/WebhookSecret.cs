using System.Security.Cryptography;

namespace Eliza.Application.Agents;

/// <summary>Draws what signs the calls to a webhook.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int RandomLength = 40;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string New() => Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);
}

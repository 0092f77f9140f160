using System.Security.Cryptography;
using System.Text;
using Eliza.Application.Idempotency;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Access;

/// <summary>
/// AES-GCM under a key that is derived from the credential of the present request: the database alone opens nothing, and
/// neither does another credential.
/// </summary>
internal sealed class CredentialSeal(IHttpContextAccessor accessor) : IAnswerSeal
{
    private const int KeyLength = 32;

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    private static readonly byte[] Purpose = "eliza: stored answers"u8.ToArray();

    /// <summary>The nonce, the tag, and the answer as it is enciphered, in Base64.</summary>
    public string Seal(string answer)
    {
        var plain = Encoding.UTF8.GetBytes(answer);
        var sealedAnswer = new byte[NonceLength + TagLength + plain.Length];
        var (nonce, tag, text) = PartsOf(sealedAnswer);
        RandomNumberGenerator.Fill(nonce.Span);
        using var cipher = new AesGcm(KeyOfCredential(), TagLength);
        cipher.Encrypt(nonce.Span, plain, text.Span, tag.Span);
        return Convert.ToBase64String(sealedAnswer);
    }

    public string? Open(string sealedAnswer)
    {
        var (nonce, tag, text) = PartsOf(Convert.FromBase64String(sealedAnswer));
        var answer = new byte[text.Length];
        using var cipher = new AesGcm(KeyOfCredential(), TagLength);
        try
        {
            cipher.Decrypt(nonce.Span, text.Span, tag.Span, answer);
            return Encoding.UTF8.GetString(answer);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] KeyOfCredential()
    {
        var credential = PresentedCredential.Of(accessor.HttpContext!.Request)!;
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(credential.Text), KeyLength, info: Purpose);
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) PartsOf(byte[] sealedAnswer) =>
        (sealedAnswer.AsMemory(0, NonceLength), sealedAnswer.AsMemory(NonceLength, TagLength), sealedAnswer.AsMemory(NonceLength + TagLength));
}

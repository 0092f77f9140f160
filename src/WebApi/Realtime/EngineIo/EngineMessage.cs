namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What the client sent in one message packet.</summary>
/// <param name="Data">Bytes, or UTF-8 text without the packet's type. Valid until the handler returns: copy what is to stay.</param>
/// <param name="IsBinary">Whether these are bytes and no text.</param>
internal readonly record struct EngineMessage(ReadOnlyMemory<byte> Data, bool IsBinary);

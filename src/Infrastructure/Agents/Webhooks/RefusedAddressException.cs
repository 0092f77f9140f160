namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>A name leads to no address that may be called.</summary>
internal sealed class RefusedAddressException() : IOException("The address is not a public one.");

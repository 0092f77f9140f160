using System.Globalization;
using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions;

/// <summary>Times of sessions as clients write them: numbers of minutes.</summary>
public static class SessionMinutes
{
    /// <summary>The number may be missing; if it is there it must lie within the limits. Out of range is refused, never brought within it.</summary>
    internal static void Within<T>(this IRuleBuilder<T, double?> rule, TimeSpan least, TimeSpan most) => rule.Breaks(
        minutes => minutes < least.TotalMinutes || minutes > most.TotalMinutes,
        string.Create(CultureInfo.InvariantCulture, $"must be from {least.TotalMinutes} to {most.TotalMinutes} minutes"));
}

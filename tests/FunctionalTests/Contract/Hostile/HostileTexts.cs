namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>Odd text for the fields that take text. What Unicode allows, people may write; ids and names of channels are stricter.</summary>
internal static class HostileTexts
{
    private const string Unicode = "well-formed text is people's own affair";

    public static readonly HostileInputs<string> All = new([.. Refused(), .. Allowed()]);

    private static IEnumerable<HostileInput<string>> Refused() =>
    [
        new("text of a NUL", "\0"), new("text with a NUL", "a\0b"), new("text with a bell", "a\u0007b"), new("text with an escape sequence", "\u001B[2J\u001B[31m"), new("text with a backspace", "a\bb"), new("text with a form feed", "a\fb"),
        new("text with a delete", "a\u007Fb"), new("text with a C1 control", "a\u0085b"), new("text with a C1 escape", "a\u009B31mb"), new("text of 5000 letters", new string('x', 5000)), new("text of 20000 astral letters", string.Concat(Enumerable.Repeat("𝒳", 20_000))),
        new("text of 100 KB of combining marks", "a" + new string('\u0301', 50_000)),
    ];

    private static IEnumerable<HostileInput<string>> Allowed() => new (string Name, string Text)[]
    {
        ("empty text", ""), ("a blank", " "), ("line ends alone", "\r\n\r\n"), ("no-break spaces alone", "\u00A0\u00A0"), ("ideographic spaces alone", "\u3000"), ("blanks around", "  x  "), ("line ends within", "a\r\nSet-Cookie: x=1\r\n\r\nb"),
        ("text turned right to left", "\u202Egnp.exe"), ("text in isolates", "\u2066x\u2069\u2067y\u2069"), ("unbalanced marks of direction", "\u202A\u202B\u202D\u202E\u2066\u2067\u2068"), ("zero-width alone", "\u200B\u200C\u200D\u2060\uFEFF"), ("a soft hyphen alone", "\u00AD"),
        ("combining marks alone", "\u0300\u0301\u0302"), ("a flood of combining marks", "Z" + string.Concat(Enumerable.Repeat("\u0334\u0335\u0489", 30))), ("noncharacters", "\uFFFE\uFFFF\uFDD0\uFDEF"), ("astral noncharacters", "\U0001FFFE\U0010FFFF"), ("the replacement character", "\uFFFD"),
        ("astral letters", "𝒳𐍈🜚"), ("a family of emoji", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿"), ("tag characters", "x\U000E0041\U000E007F"), ("variation selectors", "x\uFE0F\uFE0E\U000E0100"), ("private use", "\uE000\U000F0000"), ("interlinear annotations", "\uFFF9x\uFFFAy\uFFFB"), ("line separators", "a\u2028b\u2029c"),
        ("composed", "\u00E9\u212B"), ("decomposed", "e\u0301A\u030A"), ("full-width letters", "ｓｃｒｉｐｔ"), ("a dotted capital I", "İıſK"), ("Cyrillic look-alikes", "аdmin"), ("digits of other scripts", "١٢٣४५६"), ("a ligature that grows", "ﷺﬃ"),
        ("SQL", "'; DROP TABLE messages; --"), ("a format string", "%s%n%x {0} {name} ${jndi:ldap://x}"), ("a template", "{{7*7}} <%= 1 %> #{1}"), ("a path upwards", "../../../../etc/passwd"), ("a device name", "CON"), ("a shell command", "$(id); `id` | id"), ("JSON in text", "{\"a\":[1]}"), ("the word null", "null"),
        ("a number in text", "1e400"), ("a UUID in capitals", "00000000-0000-0000-0000-00000000000A"), ("a UUID in braces", "{00000000-0000-0000-0000-000000000000}"), ("a URL", "http://169.254.169.254/latest/meta-data"), ("a URL with a user", "https://a:b@c/"), ("a data URL", "data:text/plain,x"),
    }.Select(text => new HostileInput<string>(text.Name, text.Text, Unicode));
}

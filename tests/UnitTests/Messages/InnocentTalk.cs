namespace Eliza.UnitTests.Messages;

/// <summary>Texts that look like markup to a careless eye, of which a browser would run nothing.</summary>
internal static class InnocentTalk
{
    public static readonly string[] All =
    [
        // Comparisons and arithmetic: without a letter right behind it, a < begins no tag.
        "a < b", "a < b && c > d", "if (x < onload) x = 1;", "1<2 onclick=3", "x <= y", "x<>y", "i << 3", "p -> next", "<3 onclick=love", "a <- b", "< script >", "<\tscript>",

        // An attribute without a value is no handler, and no browser waits for the end of a tag behind the text.
        "x <y onclick", "x <y onclick>", "<img src=x onerror>", "if (a <b && onclick) return;",

        // Program text: type arguments, SQL, JSX, templates; names that only begin like a handler.
        "List<string> once = new();", "Dictionary<string, List<int>> onError = new();", "Func<int, bool> on = x => x > 0;", "vector<int> one = {1};", "Task<T> OnClick = null;",
        "SELECT * FROM t WHERE a<b AND online = 1", "SELECT a FROM t WHERE a <b AND on_sale=1 ORDER BY c", "for (var i=0; i<n; one=2) { }", "if (a<b) once = true;", "<config once=\"true\"/>",
        "<Grid only='x'>", "<T only=1>", "#include <stdio.h>", "#include <vector>", "<button (click)=\"go()\" v-on:click=\"go()\" @click=\"go()\">", "public class A<T> where T : new()",
        "if (i<max) onComplete = null;", "while (i<n) { onNext=i++; }", "if (a<b || onboarding = 1)", "for (int i=0; i<items; onItem = i++)", "WHERE a<b AND onHand = 2",
        "if (x<y) onSuccess = onFailure = null;", "<Button onPress=x>", "<x onx=1>", "<x on-click=go>",
        "INSERT INTO t VALUES ('<b>'); DROP TABLE t; --", "SELECT json_extract(on, '$.on=1')", "{\"on\":\"click\"}", "onclick=alert(1)", "on=1", "set option=onload=1", "<b on=1>", "<b o=1 n=2>",

        // Words for scripts.
        "javascript", "JavaScript", "javascript: the good parts", "JavaScript: The Good Parts", "I like TypeScript:it compiles", "myjavascript:alert", "**JavaScript:** a language",
        "use \"javascript:\", or `javascript:`.", "(javascript:)", "Java, JavaScript:\nboth", "the `javascript:` scheme", "JavaScript:", "__VBScript:__ is dead",
        "data:text/html is a media type", "data:text/plain,x", "content-type: text/html; data", "script", "the <scripting> tag", "<scripts>", "<noscript>", "</script>", "<x-script>",
        "`&lt;script&gt;alert(1)&lt;/script&gt;`", "&#60;script&#62;", "\\x3cscript\\x3e", "%3Cscript%3E", "java script:x", "java\nscript:x",

        // Markup without scripts.
        "<a href=\"https://x.example\">x</a>", "<b>bold</b> and <i>this</i>", "<img src=\"https://x.example/on=1.png\" alt=\"onerror=1\">", "<p title='on click = x'>", "<br/>", "<!-- onclick=x -->",
        "<note><to>Ada</to><on>5 = 5</on></note>", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>", "<a href='https://x.example/?javascript'>",
        "<img src=\"data:image/png;base64,iVBORw0KGgo=\">", "<link rel=icon href=\"data:image/svg+xml;base64,PHN2Zz4=\">", "<img src='data:image/svg+xml;base64,PHN2Zz4='>", "<iframe src=https://x.example>",
        "<iframe src='data:text/plain,a+xml'>", "<img src='data:application/rss+xml,x'>", "<svg><use href='#data:image/svg+xml'>",
        "<style>p { color: red; }</style>", "<a href='&#x26;colon;'>", "<a href='&bogus;&#xFFFFFFFFFF;&#;&#x;'>", "</a onclick=x>",

        // A slash ends no value that has no quotes: it is all the image's address.
        "<img/src=x/onerror=alert(1)>",

        // Addresses, smileys, people.
        "Ada <ada@example.org> wrote on=Monday", "<mailto:ada@example.org>", "<https://example.org/?on=1>", ">_< on=1", "<- this", "c:\\javascript\\on=1", "rock & roll &amp; soul", "5 & 6 &# 7 &colon",
    ];
}

namespace Eliza.UnitTests.Messages;

/// <summary>Texts that a browser would run something of, if a page showed them as HTML or Markdown.</summary>
internal static class HostileMarkup
{
    public static readonly string[] Scripts =
    [
        "<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<ScRiPt src=//x.example/x.js>", "<script/x>alert(1)</script>",
        "<script\n>alert(1)</script>", "<SCRIPT\t>", "<script", "<script ", "<script/", "<<script>alert(1)//<</script>", "</div><script>x",
        "<!--><script>alert(1)</script>-->", "<svg><script>alert(1)</script></svg>", "<math><script>x</script>", "<a title=\"<script>x</script>\">",
        "<noscript><p title=\"</noscript><script>alert(1)</script>\">", "<![CDATA[<script>alert(1)</script>]]>", "<script type=module>import('x')</script>",
    ];

    /// <summary>One or two of each sort that a browser knows: the whole list would be the code once more.</summary>
    private static readonly string[] EventNames =
    [
        "auxclick", "beforeinput", "beforematch", "beforetoggle", "cancel", "command", "contentvisibilityautostatechange", "cuechange", "formdata", "focusin",
        "invalid", "scrollend", "scrollsnapchange", "securitypolicyviolation", "slotchange", "toggle", "wheel", "copy", "beforepaste", "selectstart", "drag", "dragexit",
        "animationcancel", "transitionrun", "touchstart", "touchforcechange", "gesturestart", "gotpointercapture", "pointermove", "fullscreenchange", "encrypted", "waitingforkey",
        "enterpictureinpicture", "afterprint", "hashchange", "languagechange", "message", "online", "pagereveal", "popstate", "storage", "unhandledrejection", "unload",
        "devicemotion", "begin", "end", "repeat", "zoom", "start", "finish", "bounce", "show", "search", "mousewheel", "beforescriptexecute", "readystatechange", "propertychange",
        "activate", "webkitanimationstart", "webkittransitionend", "webkitfullscreenchange", "webkitmouseforcedown", "webkitplaybacktargetavailabilitychanged",
        "mozfullscreenchange", "mozpointerlockerror", "mspointerdown", "msgesturetap", "mscontentzoom",
    ];

    public static readonly string[] Handlers =
    [
        "<img src=x onerror=alert(1)>", "<IMG SRC=x ONERROR=alert(1)>", "<img src=x onerror = alert(1)>", "<img src=x onerror\n=\nalert(1)>",
        "<img src='x'onerror=alert(1)>", "<img src=\"x\"onerror=alert(1)>", "<img/src=x /onerror=alert(1)>", "<img/src='x'/onerror=alert(1)>",
        "<svg/onload=alert(1)>", "<svg onload=alert(1)", "<body/onload=alert(1)>", "<img title='>' onerror=alert(1) src=x>", "<img title=\">\"onerror=alert(1) src=x>",
        "<img alt=\"a > b\" src=x onerror=alert(1)>", "<img alt='\"' onerror=alert(1) src=x>", "<img alt=\"'\" onerror='alert(1)' src=x>", "<img = onerror=alert(1) src>",
        "<img ='x' onerror=alert(1) src=x>", "<img \"x\" onerror=alert(1) src=x>", "<img src=x onerror=\"\">", "<a href=x//onclick=1 onclick=alert(1)>", "<img src onerror=alert(1)>",
        "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<x onpointerrawupdate=alert(1)>", "<b onanimationend=alert(1)>", "<Button onClick={alert(1)}>",
        "<video><source onerror=alert(1)>", "<a <b onclick=alert(1)>", "a<b onclick=c", "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'>", "<iframe SRCDOC=x>",
        .. EventNames.Select(name => $"<x on{name}=alert(1)>"),
    ];

    public static readonly string[] UrlsInTags =
    [
        "<a href=javascript:alert(1)>", "<a href='JaVaScRiPt:alert(1)'>", "<a href=\" javascript:alert(1)\">", "<a href=\"javascript: alert(1)\">",
        "<a href='java\tscript:alert(1)'>", "<a href='java\nscript:alert(1)'>", "<a href='java\r\nscript:alert(1)'>", "<a href='javascript\n:alert(1)'>",
        "<a href='&#106;avascript:alert(1)'>", "<a href='&#x6A;avascript:alert(1)'>", "<a href='&#X6a;avascript:alert(1)'>", "<a href='&#0000106;avascript:alert(1)'>",
        "<a href='&#106avascript:alert(1)'>", "<a href='&#x6a&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3a;alert(1)'>", "<a href='&#0000000000106avascript:x'>",
        "<a href='javascript&#58;alert(1)'>", "<a href='javascript&#58alert(1)'>", "<a href='javascript&#x3A;alert(1)'>", "<a href='javascript&colon;alert(1)'>",
        "<a href='java&Tab;script:alert(1)'>", "<a href='java&NewLine;script:alert(1)'>", "<a href='java&#9;script:alert(1)'>", "<a href='java&#10script:alert(1)'>",
        "<a href='&#1;javascript:alert(1)'>", "<a href='&#x20;javascript:alert(1)'>", "<a href=vbscript:msgbox(1)>", "<a href='VBS&#99;RIPT:msgbox'>",
        "<form action=javascript:alert(1)>", "<button formaction='javascript&colon;alert(1)'>", "<svg><a xlink:href='&#106;avascript:alert(1)'>", "<math href=&#106;avascript:x>",
        "<iframe src='&#106;avascript:alert(1)'>", "<base href='&#106;avascript:/a//'>", "<object data='data:text/html;base64,PHNjcmlwdD4='>", "<iframe src='DATA:TEXT/HTML,x'>",
        "<iframe src='data: text/html,x'>", "<iframe src='data:text&sol;html,x'>", "<iframe src='data:text/html;charset=utf-8,x'>", "<embed src=data&colon;text/html,x>",
        "<iframe src='data:image/svg+xml;base64,PHN2Zz4='>", "<object data='data:image/svg&plus;xml;base64,PHN2Zz4='>", "<EMBED src=data:application/xhtml+xml;base64,PGh0bWw+>",
        "<frame src=data:text/xml;base64,PGh0bWw+>", "<iframe src='data:application/rss+xml,x'>", "<iframe src=data:x/y+XML;charset=utf-8,x>",
        "<object data='data:text/xsl,x'>", "<svg><use href='data:image/svg+xml;base64,PHN2Zz4=#x'>", "<svg><use xlink:href=data:image/svg+xml,x>", "<svg><animate attributeName=href values='#;&#106;avascript:alert(1)'>", "<set attributeName=href to='&#106;avascript:x'>",
        "<animate attributeName=href values='#&semi;java\tscript:alert(1)'>",
    ];

    public static readonly string[] UrlsInText =
    [
        "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "![x](vbscript:x)", "[x]: javascript:alert(1)", "javascript:alert(1)", "(javascript:alert(1))", "see javascript:void(0)",
        "\"javascript:alert(1)\"", "url=javascript:alert(1)", "feed:javascript:alert(1)", "_javascript:alert(1)", "<javascript:alert(1)>", "[x](<javascript: alert(1)>)",
        "[x]: <javascript: alert(1)>", "[x](javascript\\:alert(1))", "[x](java\\script:alert(1))", "[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](javascript&#58;&#32;alert(1))", "[x](javascript:&#32;alert(1))", "[x](javascript:\u00A0alert(1))", "[x](javascript:\u2003alert(1))", "[x](javascript:'x'+alert(1))",
        "[x](javascript:`${alert(1)}`)", "[x](javascript:[][(![]+[])[+[]]])", "[x](javascript:/x/.test(alert(1)))", "[x](javascript:%61lert(1))", "[x](javascript://%0aalert(1))",
        "[x](data:text/html,<b>)", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](DATA:Text/HTML,x)", "data:text/html;charset=utf-8,x", "[x](data:text&sol;html,x)", "[x](data:text\\/html,x)",
    ];

    public static readonly string[] InTags = [.. Scripts, .. Handlers, .. UrlsInTags];

    public static readonly string[] All = [.. InTags, .. UrlsInText];
}

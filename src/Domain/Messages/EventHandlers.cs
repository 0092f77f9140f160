using System.Collections.Frozen;

namespace Eliza.Domain.Messages;

/// <summary>
/// The attributes whose value a browser runs: every event handler that an engine of today knows by attribute, or one
/// of the last years did (HTML, SVG, pointers, touch, media; Gecko's, WebKit's and Trident's own). What no browser
/// knows, none runs: <c>if (i &lt;max) onComplete = …</c> is program text.
/// </summary>
internal static class EventHandlers
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "onabort", "onactivate", "onafterprint", "onafterscriptexecute", "onafterupdate", "onanimationcancel", "onanimationend",
        "onanimationiteration", "onanimationstart", "onappinstalled", "onautocomplete", "onautocompleteerror", "onauxclick", "onbeforeactivate",
        "onbeforecopy", "onbeforecut", "onbeforedeactivate", "onbeforeeditfocus", "onbeforeinput", "onbeforeinstallprompt", "onbeforematch",
        "onbeforepaste", "onbeforeprint", "onbeforescriptexecute", "onbeforetoggle", "onbeforeunload", "onbeforeupdate", "onbeforexrselect",
        "onbegin", "onblur", "onbounce", "onbroadcast", "oncancel", "oncandidatewindowhide", "oncandidatewindowshow", "oncandidatewindowupdate",
        "oncanplay", "oncanplaythrough", "oncellchange", "onchange", "onclick", "onclose", "oncommand", "oncommandupdate", "oncompositionend",
        "oncompositionstart", "oncompositionupdate", "oncontentvisibilityautostatechange", "oncontextlost", "oncontextmenu", "oncontextrestored",
        "oncontrolselect", "oncopy", "oncuechange", "oncut", "ondataavailable", "ondatasetchanged", "ondatasetcomplete", "ondblclick", "ondeactivate",
        "ondevicelight", "ondevicemotion", "ondeviceorientation", "ondeviceorientationabsolute", "ondeviceproximity", "ondrag", "ondragdrop",
        "ondragend", "ondragenter", "ondragexit", "ondraggesture", "ondragleave", "ondragover", "ondragstart", "ondrop", "ondurationchange",
        "onemptied", "onencrypted", "onend", "onended", "onenterpictureinpicture", "onerror", "onerrorupdate", "onfencedtreeclick", "onfilterchange",
        "onfinish", "onfocus", "onfocusin", "onfocusout", "onformdata", "onfreeze", "onfullscreenchange", "onfullscreenerror", "ongamepadconnected",
        "ongamepaddisconnected", "ongesturechange", "ongestureend", "ongesturestart", "ongotpointercapture", "onhashchange", "onhelp", "oninput",
        "oninterest", "oninvalid", "onkeydown", "onkeypress", "onkeyup", "onlanguagechange", "onlayoutcomplete", "onleavepictureinpicture", "onload",
        "onloadeddata", "onloadedmetadata", "onloadend", "onloadstart", "onlocation", "onlosecapture", "onloseinterest", "onlostpointercapture",
        "onmediacomplete", "onmediaerror", "onmessage", "onmessageerror", "onmousedown", "onmouseenter", "onmouseforcechanged", "onmouseforcedown",
        "onmouseforceup", "onmouseforcewillbegin", "onmouseleave", "onmousemove", "onmouseout", "onmouseover", "onmouseup", "onmousewheel", "onmove",
        "onmoveend", "onmovestart", "onmozfullscreenchange", "onmozfullscreenerror", "onmozorientationchange", "onmozpointerlockchange",
        "onmozpointerlockerror", "onmoztimechange", "onmozvisibilitychange", "onmscontentzoom", "onmsfullscreenchange", "onmsfullscreenerror",
        "onmsgesturechange", "onmsgesturedoubletap", "onmsgestureend", "onmsgesturehold", "onmsgesturestart", "onmsgesturetap",
        "onmsgotpointercapture", "onmsinertiastart", "onmslostpointercapture", "onmsmanipulationstatechanged", "onmsneedkey", "onmsorientationchange",
        "onmspointercancel", "onmspointerdown", "onmspointerenter", "onmspointerhover", "onmspointerleave", "onmspointermove", "onmspointerout",
        "onmspointerover", "onmspointerup", "onmssitemodejumplistitemremoved", "onmsthumbnailclick", "onmsvideoframestepcompleted",
        "onmsvideooptimallayoutchanged", "onoffline", "ononline", "onorientationchange", "onoutofsync", "onoverflow", "onoverflowchanged", "onpage",
        "onpagehide", "onpagereveal", "onpageshow", "onpageswap", "onpaste", "onpause", "onplay", "onplaying", "onpointercancel", "onpointerdown",
        "onpointerenter", "onpointerleave", "onpointerlockchange", "onpointerlockerror", "onpointermove", "onpointerout", "onpointerover",
        "onpointerrawupdate", "onpointerup", "onpopstate", "onpopuphidden", "onpopuphiding", "onpopupshowing", "onpopupshown", "onportalactivate",
        "onprerenderingchange", "onprogress", "onpromptaction", "onpromptdismiss", "onpropertychange", "onratechange", "onreadystatechange",
        "onrejectionhandled", "onrepeat", "onreset", "onresize", "onresizeend", "onresizestart", "onresume", "onreverse", "onrowenter", "onrowexit",
        "onrowsdelete", "onrowsinserted", "onscroll", "onscrollend", "onscrollsnapchange", "onscrollsnapchanging", "onsearch",
        "onsecuritypolicyviolation", "onseek", "onseeked", "onseeking", "onselect", "onselectionchange", "onselectstart", "onshow", "onslotchange",
        "onsnapchanged", "onsnapchanging", "onstalled", "onstart", "onstop", "onstorage", "onstoragecommit", "onstream", "onsubmit", "onsuspend",
        "onsyncrestored", "ontextinput", "ontimeerror", "ontimeupdate", "ontimezonechange", "ontoggle", "ontouchcancel", "ontouchend", "ontouchenter",
        "ontouchforcechange", "ontouchleave", "ontouchmove", "ontouchstart", "ontrackchange", "ontransitioncancel", "ontransitionend",
        "ontransitionrun", "ontransitionstart", "onunderflow", "onunhandledrejection", "onunload", "onurlflip", "onuserproximity",
        "onvalidationstatuschange", "onvisibilitychange", "onvolumechange", "onvrdisplayactivate", "onvrdisplayblur", "onvrdisplayconnect",
        "onvrdisplaydeactivate", "onvrdisplaydisconnect", "onvrdisplayfocus", "onvrdisplaypointerrestricted", "onvrdisplaypointerunrestricted",
        "onvrdisplaypresentchange", "onwaiting", "onwaitingforkey", "onwebkitanimationend", "onwebkitanimationiteration", "onwebkitanimationstart",
        "onwebkitbeginfullscreen", "onwebkitcurrentplaybacktargetiswirelesschanged", "onwebkitendfullscreen", "onwebkitfullscreenchange",
        "onwebkitfullscreenerror", "onwebkitkeyadded", "onwebkitkeyerror", "onwebkitkeymessage", "onwebkitmouseforcechanged",
        "onwebkitmouseforcedown", "onwebkitmouseforceup", "onwebkitmouseforcewillbegin", "onwebkitneedkey",
        "onwebkitplaybacktargetavailabilitychanged", "onwebkitpointerlockchange", "onwebkitpointerlockerror", "onwebkitpresentationmodechanged",
        "onwebkitspeechchange", "onwebkittransitionend", "onwebkitvisibilitychange", "onwebkitwillrevealbottom", "onwebkitwillrevealleft",
        "onwebkitwillrevealright", "onwebkitwillrevealtop", "onwheel", "onzoom",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contain(string attribute) => Names.Contains(attribute);
}

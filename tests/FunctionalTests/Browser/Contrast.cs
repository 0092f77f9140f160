namespace Eliza.FunctionalTests.Browser;

/// <summary>Finds text that is hard to read.</summary>
internal static class Contrast
{
    /// <summary>Gives each visible text whose contrast with what is behind it is below 4.5 (WCAG 2 AA), and the contrast.</summary>
    public const string Script = """
        () => {
          const parse = text => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, below) => ({ r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1 });
          const behind = element => {
            const layers = [];
            for (let each = element; each; each = each.parentElement) layers.push(parse(getComputedStyle(each).backgroundColor));
            return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
          };
          const light = ({ r, g, b }) => {
            const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const bad = [];
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest('.hidden, .skip')) continue;
            const [one, other] = [light(over(parse(getComputedStyle(element).color), behind(element))), light(behind(element))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (contrast < 4.5) bad.push(`${walker.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
          }
          return bad;
        }
        """;
}

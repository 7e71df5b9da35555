import { LIGHT_COLOURS } from '../shared/lightColours';

/** What a saved page looks like; `Paper` of the page has what is between the margins. */
const PRINT = `:root {
  ${Object.entries(LIGHT_COLOURS)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')}
  --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 13px; --vscode-font-weight: normal;
}
@page { margin: 12mm; }
* { print-color-adjust: exact; }
tr, li, svg, .figure { break-inside: avoid; }
h2, h3 { break-after: avoid; }`;

/** A page of its own, from the markup and the style of the funnel page. Nothing in it can run or ask for anything. */
export function printablePage(markup: string, style: string, title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const inText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${inText(title)}</title>
<style>${PRINT}\n${style.replace(/<\//g, '<\\/')}</style>
</head>
<body class="vscode-light">
${markup}
</body>
</html>
`;
}

/** What the page is made of, as addresses that a webview may load. */
export interface PageSources {
  readonly script: string;
  readonly style: string;
  /** What the webview calls its own files in a content security policy. */
  readonly cspSource: string;
  /** A word that nobody can guess, new for each page: only the script that has it runs. */
  readonly nonce: string;
  /** A BCP 47 tag. */
  readonly language: string;
}

/** The empty page. All that comes from deal files is put into it later, as text. */
export function pageHtml({ script, style, cspSource, nonce, language }: PageSources): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${escapeAttribute(style)}">
  <title>Funnel</title>
</head>
<body>
  <main id="page"></main>
  <script nonce="${nonce}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

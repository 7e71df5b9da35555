import assert from 'node:assert/strict';
import { attentionHtml, cardHtml, type Card } from '../../../src/preview/cardHtml';
import { HOSTILE, UNSAFE } from '../support/hostile';

const card = (text: string): Card => ({
  status: 'open',
  title: text,
  where: text,
  steps: (['passed', 'skipped', 'current', 'ahead'] as const).map(state => ({
    state,
    label: text,
    aloud: text,
  })),
  facts: [
    { name: text, value: text, warning: text },
    { name: text, value: text },
  ],
  criteria: {
    title: text,
    items: [
      { text, isMet: true, aloud: text },
      { text, isMet: false, aloud: text },
    ],
  },
});

/** The tags with their attributes, and without what comes from a file. */
const tags = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map(tag => tag.replace(/aria-label="[^"<>]*"/g, 'aria-label'));

describe('the card of a deal', () => {
  it('is a list of steps, of which one is the current', () => {
    const html = cardHtml(card('Acme'));
    assert.equal(html.match(/<li class="deal-step /g)!.length, 4);
    assert.equal(html.match(/ aria-current="step"/g)!.length, 1);
    assert.match(html, /<ol class="deal-path" role="list" aria-label="Acme">/);
    assert.match(html, /<li class="deal-met">.*Acme<span class="deal-aloud">, Acme<\/span><\/li>/);
  });

  it('has no criteria where the stage has none', () => {
    const html = cardHtml({ ...card('Acme'), criteria: { title: '0 of 0', items: [] } });
    assert.doesNotMatch(html, /criteria|0 of 0/);
  });

  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`has the same tags and no others, whatever a file says: ${name}`, () => {
      for (const make of [(one: string) => cardHtml(card(one)), (one: string) => attentionHtml(one, one)]) {
        const html = make(text);
        assert.deepEqual(tags(html), tags(make('Acme')));
        assert.doesNotMatch(html, UNSAFE);
        assert.doesNotMatch(html, /<(?:script|style|a|img|svg)\b|\sstyle=|\son\w+=["']/);
        assert.ok(html.length < 12_000);
      }
    });
  }
});

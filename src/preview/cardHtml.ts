import { htmlText, plainText } from '../core/escape';

/** One of the seven steps: behind the deal, left out by it, where it is, or ahead of it. */
export interface CardStep {
  readonly state: 'passed' | 'skipped' | 'current' | 'ahead';
  readonly label: string;
  /** The same state in words, for those who do not see the marks. */
  readonly aloud: string;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** What is said of it on demand. */
  readonly more?: string | undefined;
  /** What is wrong with it, if something is: `3 days late`. */
  readonly warning?: string | undefined;
}

export interface Criterion {
  readonly text: string;
  readonly isMet: boolean;
  readonly aloud: string;
}

/** A deal as its preview shows it, in words. */
export interface Card {
  readonly status: 'open' | 'won' | 'lost';
  readonly title: string;
  /** `Stage 5 of 7: Proposal` */
  readonly where: string;
  readonly steps: readonly CardStep[];
  readonly facts: readonly Fact[];
  /** What is to be true before the next stage; without items, there is nothing to say of it. */
  readonly criteria: { readonly title: string; readonly items: readonly Criterion[] };
}

/** No script, no style and no link: the classes have their colours from `media/preview.css`. */
export function cardHtml({ status, title, where, steps, facts, criteria }: Card): string {
  return [
    `<section class="deal-card deal-is-${status}" aria-label="${inline(title)}">`,
    `<ol class="deal-path" role="list" aria-label="${inline(where)}">`,
    ...steps.map(stepHtml),
    '</ol>',
    '<dl class="deal-facts">',
    ...facts.map(factHtml),
    '</dl>',
    ...(criteria.items.length ? criteriaHtml(criteria) : []),
    '</section>',
    '',
  ].join('\n');
}

function stepHtml({ state, label, aloud }: CardStep): string {
  const current = state === 'current' ? ' aria-current="step"' : '';
  const words = `<span class="deal-label">${inline(label, 60)}<span class="deal-aloud">, ${inline(aloud)}</span></span>`;
  return `<li class="deal-step deal-${state}"${current}><span class="deal-mark" aria-hidden="true"></span>${words}</li>`;
}

function factHtml({ name, value, more, warning }: Fact): string {
  const title = more ? ` title="${inline(more)}"` : '';
  const note = warning ? ` <span class="deal-warning">${inline(warning)}</span>` : '';
  return `<div><dt>${inline(name)}</dt><dd${title}>${inline(value)}${note}</dd></div>`;
}

function criteriaHtml({ title, items }: Card['criteria']): string[] {
  const item = ({ text, isMet, aloud }: Criterion) =>
    `<li class="deal-${isMet ? 'met' : 'unmet'}"><span class="deal-check" aria-hidden="true"></span>${inline(text)}<span class="deal-aloud">, ${inline(aloud)}</span></li>`;
  return [
    `<p class="deal-criteria-title">${inline(title)}</p>`,
    `<ul class="deal-criteria" role="list" aria-label="${inline(title)}">`,
    ...items.map(item),
    '</ul>',
  ];
}

/** A file that may be a deal, and why it cannot be read as one. */
export function attentionHtml(title: string, reason: string): string {
  return `<section class="deal-card deal-is-attention" aria-label="${inline(title)}"><p><strong>${inline(title)}</strong> ${inline(reason, 400)}</p></section>\n`;
}

function inline(text: string, maxLength = 200): string {
  return htmlText(plainText(text, maxLength));
}

import { htmlText, plainText } from '../core/escape';
import { inOwnDirection } from '../core/sideBySide';

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
  /** Where it is known from, if not from the file. */
  readonly source?: string | undefined;
  /** What is wrong with it, if something is: `3 days late`. */
  readonly warning?: string | undefined;
}

export interface Criterion {
  readonly text: string;
  readonly isMet: boolean;
  readonly aloud: string;
}

/** A link that is made here: of what a file says, only what can be nothing but an address is a part of its target. */
export interface CardLink {
  readonly label: string;
  readonly target: string;
  readonly title?: string;
}

/** The line of the next step. */
export interface StepLine extends Fact {
  readonly link?: CardLink | undefined;
}

/** One of a list below the facts; its link stands where it is said. */
export interface CardItem {
  readonly parts: readonly (string | CardLink)[];
  /** Less than the rest: a day, a role. */
  readonly before?: string;
}

export interface CardList {
  readonly kind: 'todos' | 'people' | 'deals' | 'log' | 'past';
  readonly title: string;
  readonly items: readonly CardItem[];
  readonly link?: CardLink | undefined;
}

/** A deal as its preview shows it, in words. */
export interface Card {
  readonly status: 'open' | 'won' | 'lost';
  /** `Deal: Acme` */
  readonly aloud: string;
  readonly title: string;
  /** Whose it is: account and owner. */
  readonly whose: readonly string[];
  /** `Stage 5 of 7: Proposal` */
  readonly where: string;
  readonly steps: readonly CardStep[];
  readonly nextStep?: StepLine | undefined;
  readonly facts: readonly Fact[];
  /** What is to be true before the next stage; without items, there is nothing to say of it. */
  readonly criteria: {
    readonly title: string;
    readonly items: readonly Criterion[];
    readonly link?: CardLink | undefined;
  };
  /** Those without items are left out. */
  readonly lists: readonly CardList[];
  /** Classes for what stands below the card and is said in it. */
  readonly hides: readonly ('deal-hides-table' | 'deal-hides-heading')[];
}

/** VS Code lets the first letter of a preview say which way all of it runs, and that is one of the deal's title. */
const OUR_DIRECTION = 'dir="ltr"';

/** No script and no style: the classes have their colours from `media/preview.css`. */
export function cardHtml(card: Card): string {
  const { status, aloud, title, whose, where, steps, nextStep, facts, criteria, lists, hides } = card;
  return [
    `<section class="${['deal-card', `deal-is-${status}`, ...hides].join(' ')}" ${OUR_DIRECTION} aria-label="${inline(aloud)}">`,
    `<div class="deal-title" role="heading" aria-level="1">${inline(title)}</div>`,
    ...(whose.length ? [`<p class="deal-whose">${whose.map(whole).join(' · ')}</p>`] : []),
    `<ol class="deal-path" role="list" aria-label="${inline(where)}">`,
    ...steps.map(stepHtml),
    '</ol>',
    ...(nextStep ? [nextStepHtml(nextStep)] : []),
    '<dl class="deal-facts">',
    ...facts.map(factHtml),
    '</dl>',
    '<div class="deal-lists">',
    ...(criteria.items.length ? criteriaHtml(criteria) : []),
    ...lists.filter(({ items }) => items.length).flatMap(listHtml),
    '</div>',
    '</section>',
    '',
  ].join('\n');
}

/** No line ends within it, if it fits into one. */
function whole(text: string): string {
  return `<span>${inline(text)}</span>`;
}

function stepHtml({ state, label, aloud }: CardStep): string {
  const current = state === 'current' ? ' aria-current="step"' : '';
  const words = `<span class="deal-label">${inline(label, 60)}<span class="deal-aloud">, ${inline(aloud)}</span></span>`;
  return `<li class="deal-step deal-${state}"${current}><span class="deal-mark" aria-hidden="true"></span>${words}</li>`;
}

function nextStepHtml({ name, value, more, warning, link }: StepLine): string {
  const parts = [
    `<span class="deal-name">${inline(name)}</span>`,
    `<strong>${inline(value)}</strong>`,
    ...(more ? [`<span class="deal-day">${inline(more)}</span>`] : []),
    ...(warning ? [`<span class="deal-warning">${inline(warning)}</span>`] : []),
    ...(link ? [linkHtml(link, 'deal-action')] : []),
  ];
  return `<p class="deal-next">${parts.join(' ')}</p>`;
}

function factHtml({ name, value, more, source, warning }: Fact): string {
  const title = more ? ` title="${inline(more)}"` : '';
  const note = warning ? ` <span class="deal-warning">${inline(warning)}</span>` : '';
  const from = source ? ` <span class="deal-day">${inline(source)}</span>` : '';
  return `<div><dt>${inline(name)}</dt><dd${title}>${inline(value)}${from}${note}</dd></div>`;
}

function criteriaHtml({ title, items, link }: Card['criteria']): string[] {
  const item = ({ text, isMet, aloud }: Criterion) =>
    `<li class="deal-${isMet ? 'met' : 'unmet'}"><span class="deal-check" aria-hidden="true"></span><span>${inline(text)}<span class="deal-aloud">, ${inline(aloud)}</span></span></li>`;
  return [
    '<div class="deal-part">',
    `<p class="deal-name">${inline(title)}${link ? ` ${linkHtml(link, 'deal-action')}` : ''}</p>`,
    `<ul class="deal-criteria" role="list" aria-label="${inline(title)}">`,
    ...items.map(item),
    '</ul>',
    '</div>',
  ];
}

function listHtml({ kind, title, items, link }: CardList): string[] {
  const item = ({ before, parts }: CardItem) => {
    const first = before ? `<span class="deal-day">${inline(before)}</span> ` : '';
    const rest = parts.map(part => (typeof part === 'string' ? inline(part) : linkHtml(part)));
    return `<li>${first}${rest.join(' · ')}</li>`;
  };
  return [
    `<div class="deal-part deal-${kind}">`,
    `<p class="deal-name">${inline(title)}${link ? ` ${linkHtml(link, 'deal-action')}` : ''}</p>`,
    `<ul role="list" aria-label="${inline(title)}">`,
    ...items.map(item),
    '</ul>',
    '</div>',
  ];
}

function linkHtml({ label, target, title }: CardLink, name?: string): string {
  const attributes = [
    ...(name ? [`class="${name}"`] : []),
    `href="${htmlText(target)}"`,
    ...(title ? [`title="${inline(title)}"`] : []),
  ];
  return `<a ${attributes.join(' ')}>${inline(label)}</a>`;
}

/** Above the card of a deal as it was: when. */
export function asOfHtml(words: string): string {
  return `<p class="deal-as-of" ${OUR_DIRECTION}>${inline(words)}</p>\n`;
}

/** A file that may be a deal, and why it cannot be read as one. */
export function attentionHtml(title: string, reason: string): string {
  return `<section class="deal-card deal-is-attention" ${OUR_DIRECTION} aria-label="${inline(title)}"><p><strong>${inline(title)}</strong> ${inline(reason, 400)}</p></section>\n`;
}

function inline(text: string, maxLength = 200): string {
  return htmlText(inOwnDirection(plainText(text, maxLength)));
}

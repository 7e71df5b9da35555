import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A number from 0 to less than one, the same for a seed each time. */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    // https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32)
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<T>(chance: Chance, all: readonly T[]): T {
  return all[Math.floor(chance() * all.length)]!;
}

/** How a deal is written; the last are made as New Deal makes them, in groups. */
const FORMS: readonly ((text: string) => string)[] = [
  text => text,
  text => inGroups(text).replace('- 2026-01-02 call:', '2026-01-02 call:'),
  text => text.replace(/^tags:\n(?: {2}- .*\n)*/m, 'tags: [mill, rental]\n'),
  text => inGroups(text),
];

const inGroups = (text: string) =>
  text.replaceAll(/^(?=(?:stage|value|next_step|tags|history):)/gm, '\n').replace('---\n\n', '---\n');

export function newDeal(number: number): string {
  const text = `---
title: Deal ${number}
owner: dana
stage: qualification
status: open
value: 1000
currency: EUR
close_date: 2026-03-31
next_step: Call
next_step_on: 2026-01-20
tags:
  - mill
  - rental
contacts:
  - {name: R. Lee, role: buyer}
history:
  - {on: 2026-01-02, stage: qualification}
---
## Situation

A mill with two sites.

They count by hand.

It takes a day.

- [ ] budget
- [ ] people
- [ ] plan

## Log

- 2026-01-02 call: first talk
`;
  return FORMS[number % FORMS.length]!(text);
}

export function field(text: string, key: string): string | undefined {
  return new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1];
}

export function linesBelow(text: string, key: string): string[] {
  return (new RegExp(`^${key}:\\n((?:  - .*\\n)*)`, 'm').exec(text)?.[1] ?? '').split('\n').filter(Boolean);
}

/** The tags, a line for each or all on one. */
export function tagsOf(text: string): string[] {
  const flow = /^tags: \[(.*)\]$/m.exec(text)?.[1];
  return flow?.split(', ').filter(Boolean) ?? linesBelow(text, 'tags').map(line => line.slice('  - '.length));
}

function withTags(text: string, tags: readonly string[]): string {
  const isFlow = /^tags: \[/m.test(text);
  const written = isFlow
    ? `tags: [${tags.join(', ')}]\n`
    : `tags:\n${tags.map(tag => `  - ${tag}\n`).join('')}`;
  return text.replace(/^tags:(?: \[.*\]\n|\n(?: {2}- .*\n)*)/m, () => written);
}

type Change = (text: string, chance: Chance, day: string) => string;

const setTo =
  (key: string, values: readonly string[]): Change =>
  (text, chance) =>
    text.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${oneOf(chance, values)}`);

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'omega', 'sigma', 'kappa', 'theta'];
const STAGES = ['prospecting', 'needs-analysis', 'proposal', 'negotiation', 'closing'];

const into = (text: string, key: string, item: string) =>
  text.replace(new RegExp(`^${key}:\\n(?:  - .*\\n)*`, 'm'), lines => `${lines}  - ${item}\n`);

const isOpen = (text: string) => field(text, 'status') === 'open';

/** What people do to deals, what they do most of all several times. */
const CHANGES: readonly Change[] = [
  ...Array<Change>(4).fill((text, chance, day) =>
    text.replace(/## Log\n\n(- )?/, (_, mark: string | undefined) => {
      const entry = `${day} call: ${oneOf(chance, WORDS)} ${oneOf(chance, WORDS)}`;
      return mark ? `## Log\n\n- ${entry}\n- ` : `## Log\n\n${entry}\n\n`;
    }),
  ),
  ...Array<Change>(2).fill((text, chance, day) => {
    const stage = oneOf(chance, STAGES);
    if (!isOpen(text) || field(text, 'stage') === stage) return text;
    return into(text.replace(/^stage: .*$/m, `stage: ${stage}`), 'history', `{on: ${day}, stage: ${stage}}`);
  }),
  (text, chance, day) => {
    if (!isOpen(text)) return text;
    const status = oneOf(chance, ['won', 'lost']);
    const why = [
      `lost_reason: ${oneOf(chance, ['price', 'no-decision'])}\n`,
      ...(chance() < 0.5 ? [`lost_note: ${oneOf(chance, WORDS)}\n`] : []),
    ].join('');
    const keys = `status: ${status}\nclosed_on: ${day}\n${status === 'lost' ? why : ''}`;
    return into(text.replace(/^status: .*\n/m, keys), 'history', `{on: ${day}, status: ${status}}`);
  },
  (text, _, day) => {
    if (isOpen(text)) return text;
    const open = text
      .replaceAll(/^(?:closed_on|lost_reason|lost_note): .*\n/gm, '')
      .replace(/^status: .*$/m, 'status: open');
    return into(open, 'history', `{on: ${day}, status: open}`);
  },
  setTo('owner', ['dana', 'lee', 'kim']),
  setTo('value', ['2000', '3000', '4000']),
  setTo('currency', ['EUR', 'USD']),
  setTo('close_date', ['2026-04-30', '2026-05-31']),
  setTo('next_step', ['Mail', 'Visit', 'Call again']),
  setTo('next_step_on', ['2026-02-10', '2026-02-11']),
  (text, chance) => {
    const [tag, tags] = [oneOf(chance, WORDS), tagsOf(text)];
    return tags.includes(tag) ? text : withTags(text, [...tags, tag]);
  },
  (text, chance) => {
    const tags = tagsOf(text);
    const gone = oneOf(chance, tags);
    return tags.length > 1
      ? withTags(
          text,
          tags.filter(tag => tag !== gone),
        )
      : text;
  },
  (text, chance) => into(text, 'contacts', `{name: ${oneOf(chance, WORDS)}${Math.floor(chance() * 1000)}}`),
  (text, chance) =>
    text.replace(`- [ ] ${oneOf(chance, ['budget', 'people', 'plan'])}`, tick => tick.replace(' ]', 'x]')),
  (text, chance) => text.replace(/^(?:A mill|Now \w+ mills).*$/m, `Now ${oneOf(chance, WORDS)} mills.`),
  (text, chance) => text.replace(/^(?:It takes|By now).*$/m, `By now ${oneOf(chance, WORDS)} days.`),
];

/** What one person does to one deal on one day. */
export function work(text: string, chance: Chance, day: string): string {
  const changes = Array.from({ length: 1 + Math.floor(chance() * 5) }, () => oneOf(chance, CHANGES));
  return changes.reduce((one, change) => change(one, chance, day), text);
}

/** A clone of the team's repository, with the driver set up. */
export class Clone {
  constructor(
    readonly folder: string,
    readonly name: string,
  ) {}

  static make(origin: string, folder: string, name: string): Clone {
    mkdirSync(folder);
    const clone = new Clone(folder, name);
    clone.git('init', '--quiet', '--initial-branch=main');
    const driver = `"${process.execPath}" "${resolve('dist/merge.js')}" merge %O %A %B %P --marker-size %L`;
    const settings = `[user]\n\tname = ${name}\n\temail = ${name}@acme.example
[commit]\n\tgpgSign = false\n[core]\n\tautocrlf = false\n\teditor = true
[merge "deal-notes"]\n\tdriver = ${JSON.stringify(driver)}\n[remote "origin"]\n\turl = ${JSON.stringify(origin)}
\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
    writeFileSync(join(folder, '.git', 'config'), settings, { flag: 'a' });
    return clone;
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Whether git ended well. */
  tries(...args: string[]): boolean {
    return spawnSync('git', args, { cwd: this.folder }).status === 0;
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** The file as a commit has it. */
  at(commit: string, path: string): string {
    return this.git('show', `${commit}:${path}`);
  }
}

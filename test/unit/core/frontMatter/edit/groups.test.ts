import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupOf } from '../../../../../src/core/fields/groups';
import { FIELDS, isField, isList, type Field } from '../../../../../src/core/fields/table';
import type { FrontMatterChange } from '../../../../../src/core/frontMatter/edit/change';
import { editFrontMatter } from '../../../../../src/core/frontMatter/edit/editFrontMatter';
import { forAll } from '../../../support/property';

const DEAL = `---
title: Acme

stage: prospecting

value: 1000

created: 2026-01-01

history:
  - {on: 2026-01-01, stage: prospecting}
---
`;

function after(text: string, change: FrontMatterChange): string {
  const edited = editFrontMatter(text, change);
  assert.ok(edited.ok, JSON.stringify(edited));
  return edited.text;
}

/** The keys of a front matter, group by group as empty lines part them. */
function groupsIn(text: string): string[][] {
  const [, yaml = ''] = text.split('---\n');
  return yaml.split('\n\n').map(group => group.split('\n').flatMap(line => /^(\w+):/.exec(line)?.[1] ?? []));
}

describe('keys in groups that empty lines part', () => {
  it('has new ones in their groups, and new groups parted like those that are there', () => {
    const text = after(DEAL, {
      set: { next_step: 'Call', next_step_on: '2026-01-05', currency: 'EUR', region: 'north' },
    });
    assert.deepEqual(groupsIn(text), [
      ['title'],
      ['stage'],
      ['value', 'currency'],
      ['next_step', 'next_step_on'],
      ['created', 'region'],
      ['history'],
    ]);
  });

  it('takes the empty line out with the last key of a group', () => {
    const planned = after(DEAL, { set: { next_step: 'Call', next_step_on: '2026-01-05' } });
    assert.equal(after(planned, { clear: ['next_step', 'next_step_on'] }), DEAL);
    const held = after(planned, {
      clear: ['next_step', 'next_step_on'],
      set: { on_hold_until: '2026-02-01' },
    });
    assert.deepEqual(groupsIn(held)[3], ['on_hold_until']);
  });

  it('adds no empty line where others have none, or one alone', () => {
    const tight = DEAL.replace('\n\nvalue', '\nvalue');
    assert.ok(after(tight, { set: { next_step: 'Call' } }).includes('value: 1000\nnext_step: Call\n'));
    const one = '---\ntitle: Acme\n\nstage: proposal\n---\n';
    assert.equal(after(one, { set: { value: 5 } }), one.replace('proposal\n', 'proposal\nvalue: 5\n'));
  });

  it('changes a line and adds one for a move', () => {
    const change = {
      set: { stage: 'proposal' },
      append: { history: { on: '2026-01-09', stage: 'proposal' } },
    };
    const lines = after(DEAL, change).split('\n');
    assert.equal(lines.length, DEAL.split('\n').length + 1);
    assert.equal(lines.filter(line => !DEAL.split('\n').includes(line)).length, 2);
  });

  it('parts all groups, and only these, whatever is set and cleared, one after the other', () => {
    const field = fc.constantFrom<Field[]>(...FIELDS.filter(key => !isList(key) && key !== 'stage'));
    const change = fc.record({ set: fc.uniqueArray(field), clear: fc.uniqueArray(field) });
    forAll(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      changes => {
        let text = DEAL;
        for (const { set, clear } of changes) {
          const wish = {
            set: Object.fromEntries(set.map(key => [key, 'a'])),
            clear: clear.filter(key => !set.includes(key)),
          };
          text = after(text, wish);
          const groups = groupsIn(text);
          if (groups.length < 3) return;
          const numbers = groups.map(keys => new Set(keys.filter(isField).map(groupOf)));
          assert.ok(
            numbers.every(({ size }) => size === 1),
            text,
          );
          assert.equal(new Set(numbers.flatMap(one => [...one])).size, groups.length, text);
        }
      },
      300,
    );
  });
});

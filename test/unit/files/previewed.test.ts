import assert from 'node:assert/strict';
import { whichIsPreviewed } from '../../../src/files/editor/previewed';

const ACME = 'file:///deals/acme.md';
const BIG_ACME = 'file:///deals/big%20acme.md';
const [FIRST, SECOND] = ['file:///deals/first/deal.md', 'file:///deals/second/deal.md'];

describe('which file the preview in front shows', () => {
  for (const [what, title, alike, drawn, expected] of [
    ['the only one of its name', 'Preview acme.md', 1, [ACME, BIG_ACME], ACME],
    ['one whose name ends like another', 'Preview big acme.md', 1, [ACME, BIG_ACME], BIG_ACME],
    ['one that it is locked to', '[Preview] acme.md', 1, [BIG_ACME, ACME], ACME],
    ['in another language', 'acme.md のプレビュー', 1, [ACME, BIG_ACME], ACME],
    ['the latest of a name, while one tab has it', 'Preview deal.md', 1, [FIRST, SECOND], SECOND],
    ['not one of two, while two tabs have its name', 'Preview deal.md', 2, [FIRST, SECOND], undefined],
    ['not one of two names, in another language', 'Vorschau big acme.md', 1, [ACME, BIG_ACME], undefined],
    ['nothing that was never drawn', 'Preview other.md', 1, [ACME], undefined],
    ['nothing before anything is drawn', 'Preview acme.md', 1, [], undefined],
    ['a name with a percent sign that is no code', 'Preview 50%.md', 1, ['file:///50%.md'], 'file:///50%.md'],
  ] as const)
    it(what, () => assert.equal(whichIsPreviewed({ title, alike, drawn }), expected));
});

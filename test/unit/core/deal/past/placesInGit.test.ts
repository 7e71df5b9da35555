import assert from 'node:assert/strict';
import { placesInGit } from '../../../../../src/core/deal/past/placesInGit';
import { events, stageAt } from '../../../support/deals';

/** `L0 L>P2 won9`: before `>` stands the stage that a line says it left. */
const linesOf = (text: string) =>
  text.split(' ').map(word => {
    const [what, from] = word.split('>').toReversed();
    return { ...events(what!)[0]!, ...(from && { from: stageAt(from) }) };
  });

describe('a line of a history', () => {
  for (const [what, history, inGit, meant] of [
    ['is that of git of its day, though there is one of the day before', 'L0 P5', 'L0 P4 L4 P5', 'L0 P5'],
    ['is that of git of its day, though there is one of the day after', 'L0 P5', 'L0 P5 L5 P6', 'L0 P5'],
    ['may be committed a day later', 'L0 P5', 'L0 P6 L7 P9', 'L0 P6'],
    ['may be committed much later, and is the first of these then', 'L0 P5', 'L0 P7 L8 P9', 'L0 P7'],
    ['may be a day later than git has it, where a computer is in another place', 'L0 P5', 'L0 P4', 'L0 P4'],
    ['was not committed two days before its day', 'L0 P5', 'L0 P3', 'L0 -'],
    [
      'is not what git has of its stage two days before, but what it has later',
      'L0 P5',
      'L0 P3 L4 P9',
      'L0 P9',
    ],
    ['is that of its outcome', 'L0 won5', 'L0 lost5 won5', 'L0 won5'],
    ['is no move where it says an outcome', 'L0 won5', 'L0 P5', 'L0 -'],
    ['is no outcome where it says a move', 'L0 P5', 'L0 won5', 'L0 -'],
    ['is the one of the day after, though another is later and leaves the same', 'L>P5', 'L0 P6 L7 P9', 'P6'],
    ['is the one that leaves the stage that it leaves', 'L0 Q>P5', 'L0 P5 Q5 P5', 'L0 3'],
    ['is the first where it says nothing of what it left', 'L0 P5 Q5', 'L0 P5 L5 P5 Q5', 'L0 1 4'],
    [
      'is in the order of the others, though another would be of its day',
      'L0 P2 Q3',
      'L0 Q2 P2 Q3',
      'L0 P2 3',
    ],
    ['is none where git has only others', 'P1 Q2', 'R1 N2', '- -'],
    ['is none where git has nothing', 'P1', '', '-'],
  ] as const)
    it(what, () => {
      const [lines, derived] = [linesOf(history), inGit ? linesOf(inGit) : []];
      const places = placesInGit(lines, derived);
      const told = lines.map(line => places.get(line));
      const words = inGit.split(' ');
      const expected = meant
        .split(' ')
        .map(one => (one === '-' ? undefined : /^\d/.test(one) ? Number(one) : words.indexOf(one)));
      assert.deepEqual(told, expected);
    });
});

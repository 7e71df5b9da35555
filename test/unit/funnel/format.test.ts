import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { builtModule } from '../support/builtModule';
import { CHANGES, ZONES } from '../support/zone';

/** The page's own formats, in a process of its own: they are made once, in the zone that it stands in. */
function formatted(zone: string, language: string, days: readonly string[]): string[] {
  const script = `
    const { day } = require(process.argv[1]).formatsIn(process.argv[2]);
    console.log(JSON.stringify(process.argv.slice(3).map(day)));`;
  const args = ['-e', script, builtModule('src/words/formats.ts'), language, ...days];
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(output) as string[];
}

describe('dates on the funnel page', () => {
  const days = [
    ...new Set([...CHANGES.flatMap(([, ...some]) => some), '2026-12-31', '2027-01-01', '2024-02-29']),
  ];

  for (const zone of ZONES) {
    it(`are the days that the files say: ${zone}`, () => {
      const expected = days.map(day => {
        const [year, month, number] = day.split('-').map(Number);
        const name = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')[month! - 1];
        return `${number} ${name} ${year}`;
      });
      assert.deepEqual(formatted(zone, 'en', days), expected);
    });
  }

  it('do not mind a language that nobody speaks', () => {
    assert.equal(formatted('UTC', 'qps_ploc', ['2026-03-29'])[0], '29 Mar 2026');
  });
});

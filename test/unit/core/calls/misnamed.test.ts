import assert from 'node:assert/strict';
import { misnamedCallsAmong } from '../../../../src/core/calls/misnamed';
import { sentenceOf } from '../../../../src/words/sentence';

const MEANT = [
  ...['Forecast.yaml', 'forecast (1).yaml', 'forecast copy.yaml', 'forecast.yaml.txt', 'forecast.yml'],
  ...['forecasts.yaml', 'forcast.yml'],
];
const OTHERS = [
  ...['forecast.yaml', 'forecast.json', 'forecast.md', 'forecast-2025.yaml', 'broadcast.yaml'],
  ...['sales-process.yaml', 'forecast-old.yaml', '.forecast.yaml', 'acme.md'],
];

describe('a file that is called much like the one of the forecast calls', () => {
  it('is told where there is none of the right name', () => {
    const told = misnamedCallsAmong([...OTHERS, ...MEANT], false);
    assert.deepEqual(told.map(({ file }) => file).toSorted(), MEANT.toSorted());
    for (const { code, severity } of told)
      assert.deepEqual([code, severity], ['misnamed-calls-file', 'error']);
  });

  it('is told beside it only where somebody may take it for that', () => {
    const told = misnamedCallsAmong([...OTHERS, ...MEANT], true).map(({ file }) => file);
    assert.deepEqual(told, ['forecast (1).yaml', 'forecast copy.yaml', 'forecast.yaml.txt', 'forecast.yml']);
  });

  it('is told with the file that counts instead, if that is there', () => {
    const [alone] = misnamedCallsAmong(['forecast.yml'], false);
    const [beside] = misnamedCallsAmong(['forecast.yml'], true);
    assert.deepEqual([alone!.other, beside!.other], [undefined, 'forecast.yaml']);
    for (const problem of [alone!, beside!]) assert.match(sentenceOf(problem), /forecast\.yml/);
    assert.notEqual(sentenceOf(alone!), sentenceOf(beside!));
  });
});

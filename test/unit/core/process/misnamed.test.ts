import assert from 'node:assert/strict';
import { isMisnamed } from '../../../../src/core/process/misnamed';

/** Alone in a folder, they were meant to be the process. */
const MEANT = [
  ...[
    'sales-process.yml',
    'Sales-Process.yaml',
    'SALES-PROCESS.YAML',
    'sales_process.yaml',
    'Sales Process.yml',
  ],
  ...[
    'salesprocess.yaml',
    'sales.process.yaml',
    'sales–process.yaml',
    'sales-process.json',
    'sales-process.yaml.txt',
  ],
  ...[
    'sales-process (1).yaml',
    'sales-process copy.yaml',
    'Sales_process - Kopie (2).yml',
    'Copy of sales-process.yaml',
    'sales-process.sync-conflict-20261129-120000-ABCDEFG.yaml',
    'sales-process (conflicted copy 2026-11-29 120000).yaml',
    'sales-process-LAPTOP-AB12.yaml',
    'sales-process 2.yaml',
  ],
  ...[
    'sales-process.yaml.md',
    'sales-proces.yaml',
    'sale-process.yaml',
    'sales-porcess.yaml',
    'sales-processs.yaml',
  ],
];
const OTHERS = [
  ...['sales-process.yaml', 'sales-process', 'sales-process.md', 'sales-process.txt', '.sales-process.yaml'],
  ...[
    '_sales-process.yaml',
    'process.yaml',
    'sales-progress.yaml',
    'sales.yaml',
    'forecast.yaml',
    'sales-process.yaml.bak',
  ],
  ...['purchase-process.yaml', 'sales-process-2025.yaml', 'sales-process/a.yaml', '', 'yaml', '.yml'],
];

describe('a file that is called much like the process file', () => {
  it('is told where there is no process file', () => {
    for (const name of MEANT) assert.ok(isMisnamed(name, false), name);
    for (const name of OTHERS) assert.ok(!isMisnamed(name, false), name);
  });

  it('is told beside the process file only where somebody may take it for that', () => {
    const told = [...MEANT, ...OTHERS].filter(name => isMisnamed(name, true));
    assert.deepEqual(told, [
      ...[
        'sales-process.yml',
        'sales_process.yaml',
        'Sales Process.yml',
        'salesprocess.yaml',
        'sales.process.yaml',
      ],
      ...['sales–process.yaml', 'sales-process.yaml.txt'],
      ...MEANT.filter(name => /copy|kopie|conflict|LAPTOP|[( ][12]/i.test(name)),
      'sales-process.yaml.md',
    ]);
  });
});

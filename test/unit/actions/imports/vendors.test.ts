import assert from 'node:assert/strict';
import { fixture, Importing, saidOf } from './support/importing';

/** What becomes of the deals of each fixture: account, owner, stage, status, value, created, close date, closed on, id. */
const EXPECTED: Readonly<Record<string, readonly [system: string, deals: Readonly<Record<string, string>>]>> =
  {
    'hubspot.csv': [
      'HubSpot',
      {
        'Acme scanners':
          'Acme Corp | dana@example.com | prospecting open | 48000 XXX | 2026-09-01 2026-12-18 - | hubspot:9001',
        'Globex rollout':
          'Globex | ben@example.com | closing open | 85000 XXX | 2026-08-11 2027-01-15 - | hubspot:9002',
        'Initech licences':
          'Initech | dana@example.com | unknown won | 12000.5 XXX | 2026-07-01 - 2026-10-02 | hubspot:9003',
        'Hooli pilot': 'Hooli | ben@example.com | unknown lost | - | 2026-06-15 - 2026-09-30 | hubspot:9004',
      },
    ],
    'hubspot-history.csv': [
      'HubSpot',
      {
        Acme: '- | - | closing open | 100 XXX | 2026-01-05 2026-12-01 - | hubspot:1',
        Globex: '- | - | closing won | 200 XXX | 2026-01-06 - 2026-05-02 | hubspot:2',
      },
    ],
    'salesforce-report.csv': [
      'Salesforce',
      {
        'Acme scanners': 'Acme Corp | Dana Fox | proposal open | 48000 EUR | - 2026-12-18 - | -',
        'Globex rollout': 'Globex | Ben Ott | proposal open | 1234567 USD | - 2027-01-05 - | -',
        Initech: 'Initech | Ben Ott | unknown won | 450000 USD | - - 2026-11-20 | -',
      },
    ],
    'salesforce-api.csv': [
      'Salesforce',
      {
        'Acme scanners':
          '- | - | needs-analysis open | 48000 XXX | 2026-09-01 2026-12-18 - | salesforce:006A',
        'Globex rollout': '- | - | unknown lost | 5000 XXX | 2026-08-01 - 2026-10-18 | salesforce:006B',
      },
    ],
    'pipedrive.csv': [
      'Pipedrive',
      {
        'Acme scanners':
          'Acme Corp | Dana | proposal open | 48000 EUR | 2026-09-01 2026-12-18 - | pipedrive:11',
        'Globex rollout':
          'Globex | Ben | needs-analysis lost | 5000 USD | 2026-08-01 - 2026-10-05 | pipedrive:12',
        Initech: 'Initech | Ben | negotiation won | 700 USD | 2026-08-01 - 2026-10-06 | pipedrive:13',
        Hooli: 'Hooli | Ben | lead-generation open | 700 USD | 2026-08-01 - - | pipedrive:14',
      },
    ],
    'zoho.csv': [
      'Zoho CRM',
      {
        'Acme scanners':
          'Acme Corp | Dana Fox | needs-analysis open | 48000 XXX | 2026-09-01 2026-12-18 - | zoho:zcrm_1',
        'Globex rollout':
          'Globex | Dana Fox | unknown lost | 5000 XXX | 2025-10-07 - 2026-10-18 | zoho:zcrm_4',
      },
    ],
    'close.csv': [
      'Close',
      {
        'Acme Corp': 'Acme Corp | Dana Fox | needs-analysis open | 48000 XXX | 2026-03-05 - - | -',
        // A year of a monthly 500.
        Globex: 'Globex | Dana Fox | unknown won | 6000 XXX | 2026-03-06 - 2026-05-06 | -',
        Initech: 'Initech | Ben Ott | unknown lost | 700 XXX | 2026-03-07 - - | -',
      },
    ],
    'odoo.csv': [
      'Odoo',
      {
        'Acme scanners': 'Acme Corp | Dana Fox | proposal open | 48000 XXX | 2026-09-01 2026-12-18 - | -',
        '+Globex': 'Globex | Ben Ott | unknown won | 5000 XXX | 2026-08-01 - 2026-10-18 | -',
      },
    ],
    'espocrm.csv': [
      'EspoCRM',
      {
        'Acme scanners': 'Acme Corp | Dana Fox | proposal open | 48000 EUR | - 2026-12-18 - | espocrm:64a',
        'Globex rollout': 'Globex | Dana Fox | negotiation lost | 5000 EUR | - - 2026-10-18 | espocrm:64c',
      },
    ],
    'copper.csv': [
      'Copper',
      {
        'Acme scanners': 'Acme Corp | Dana Fox | qualification open | 48000 XXX | - 2027-01-15 - | -',
        'Globex rollout': 'Globex | Dana Fox | proposal lost | 5000 XXX | - - 2026-10-18 | -',
      },
    ],
    'attio.csv': [
      'Attio',
      {
        'Acme scanners': 'Acme Corp | dana@example.com | qualification open | 48000 XXX | - - - | attio:a-1',
        'Globex rollout': 'Globex | dana@example.com | unknown won | 5000 XXX | - - - | attio:a-2',
      },
    ],
    'monday.csv': [
      'monday',
      {
        'Acme scanners': '- | Dana Fox | needs-analysis open | 48000 XXX | - 2026-12-18 - | monday:901',
        'Globex rollout': '- | Ben Ott | closing open | 5000 XXX | - 2026-12-20 - | monday:902',
        Initech: '- | Ben Ott | unknown won | 700 XXX | - - 2026-10-20 | monday:903',
      },
    ],
  };

describe('an export', () => {
  for (const [name, [system, deals]] of Object.entries(EXPECTED)) {
    it(`is known by its heads, and its rows become the right deals: ${name}`, async () => {
      const into = new Importing();
      const { plan } = await into.take(name, fixture(name));
      assert.equal(plan.proposed.layout?.name, system);
      assert.deepEqual(saidOf([...plan.notTaken, ...plan.noted]), []);
      assert.deepEqual(into.told, deals);
      assert.deepEqual(
        into.problems.filter(({ severity }) => severity !== 'hint'),
        [],
      );
    });

    it(`changes nothing when it is imported once more: ${name}`, async () => {
      const into = new Importing();
      await into.take(name, fixture(name));
      const before = into.files.all;
      const { plan, done } = await into.take(name, fixture(name));
      assert.deepEqual(into.files.all, before);
      assert.deepEqual([plan.fresh.length, done.created.length, done.units.length], [0, 0, 0]);
      assert.equal(plan.mappingBy, 'kept');
    });
  }

  for (const [deals, beside, files] of [
    [
      'hubspot.csv',
      'HubSpot',
      [
        'hubspot-activities.csv',
        'hubspot-contacts.csv',
        'hubspot-companies.csv',
        'hubspot-property-history.csv',
      ],
    ],
    [
      'pipedrive.csv',
      'Pipedrive',
      ['pipedrive-activities.csv', 'pipedrive-notes.csv', 'pipedrive-people.csv'],
    ],
    ['salesforce-report.csv', 'Salesforce', ['salesforce-field-history.csv']],
    ['salesforce-api.csv', 'Salesforce', ['salesforce-tasks.csv', 'salesforce-opportunityfieldhistory.csv']],
  ] as const)
    it(`has deals to which what was exported beside them belongs: ${deals}`, async () => {
      const into = new Importing();
      await into.take(deals, fixture(deals));
      for (const file of files) {
        const { plan } = await into.add(file, fixture(file), 'mdy');
        assert.equal(plan.system?.name, beside);
        assert.ok(plan.deals.length, file);
      }
    });

  it('with the stages of a deal has them in its history, by the days that are shown there', async () => {
    const into = new Importing();
    await into.take('hubspot-history.csv', fixture('hubspot-history.csv'));
    const [acme, globex] = into.deals;
    const lines = ({ history }: typeof acme & object) =>
      history.map(({ on, stage, status }) => `${on} ${stage ?? status}`);
    assert.deepEqual(lines(acme!), [
      '2026-01-05 prospecting',
      '2026-02-01 qualification',
      '2026-03-01 closing',
    ]);
    assert.deepEqual(lines(globex!).at(-1), '2026-05-02 won');
  });

  it('has notes that are no more than their words, people, tags and keys of its own', async () => {
    const into = new Importing();
    await into.take('hubspot.csv', fixture('hubspot.csv'));
    const [acme] = into.deals;
    assert.deepEqual(acme!.todos, undefined);
    assert.deepEqual(acme!.contacts, [{ name: 'R. Lee', role: undefined, email: 'r.lee@acme.example' }]);
    const text = into.files.all['/team/deals/acme-scanners.md']!;
    assert.match(text, /\nregion: North\n/);
    assert.match(text, /\nFour sites\.\n- \\\[ \] 2026-12-04 not a to-do of ours\n\\# not a heading\n/);
    const pipedrive = new Importing();
    await pipedrive.take('pipedrive.csv', fixture('pipedrive.csv'));
    assert.deepEqual(pipedrive.deals[0]!.tags, ['Hot', 'Renewal']);
    assert.equal(pipedrive.deals[1]!.lostReason, 'Price');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../../src/core/frontMatter/parse';
import { forAllInTime } from '../../support/property';
import { fixture, FOLDER, Importing, leftIn, saidOf } from './support/importing';

const deal = (title: string, lines: string) => `---\ntitle: ${title}\nstage: proposal\n${lines}---\nNotes.\n`;
const textIn = (into: Importing, name: string) => into.files.all[`${FOLDER}/${name}`]!;
const contactsIn = (into: Importing, name: string) => {
  const parsed = parseFrontMatter(textIn(into, name));
  return (parsed.kind === 'found' ? (parsed.data['contacts'] ?? []) : []) as readonly Record<
    string,
    unknown
  >[];
};

describe('people who were exported beside deals', () => {
  it('become contacts of the deals that HubSpot names, and who is there gets what is missing', async () => {
    const acme =
      'source_id: hubspot:9001\ncontacts:\n  - name: Rita Lee # our champion\n    role: champion\n    phone: 0049\n';
    const into = new Importing({
      'acme.md': deal('Acme scanners', acme),
      'globex.md': deal('Globex rollout', 'source_id: hubspot:9002\n'),
    });
    const { plan } = await into.add('contacts.csv', fixture('hubspot-contacts.csv'));
    assert.equal(plan.beside, 'people');
    assert.equal(
      textIn(into, 'acme.md'),
      deal(
        'Acme scanners',
        `${acme}    email: r.lee@acme.example\n  - name: Imke Bruns\n    role: CFO\n    email: i.bruns@acme.example\n`,
      ),
    );
    assert.deepEqual(contactsIn(into, 'globex.md'), [
      { name: 'Imke Bruns', role: 'CFO', email: 'i.bruns@acme.example' },
    ]);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '2: In acme.md, the role of “Rita Lee” is “champion” and stays so; this row says “Head of IT”.',
      '4 Associated Deal IDs: There is no deal “7777” here. Import the deals first; or add the row’s id to the one that’s meant as source_id.',
    ]);
  });

  it('of Pipedrive, which names no deals, become contacts of the account’s open deals', async () => {
    const into = new Importing({
      'open.md': deal('Scanners', 'account: Acme Corp\n'),
      'won.md': deal('Pilot', 'account: Acme Corp\nstatus: won\nclosed_on: 2026-01-05\n'),
    });
    const { plan } = await into.add('people.csv', fixture('pipedrive-people.csv'));
    assert.deepEqual(contactsIn(into, 'open.md'), [
      { name: 'R. Lee', email: 'r.lee@acme.example', phone: '+49 89 123' },
    ]);
    assert.deepEqual(contactsIn(into, 'won.md'), []);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '3 Person - Organization: No deal here has the account “Globex”.',
    ]);
  });

  it('contradict each other or the deal: each is told, every time, and what stands there stays', async () => {
    const into = new Importing({ 'acme.md': deal('Acme', 'contacts:\n  - {name: Jane, role: CFO}\n') });
    const rows =
      'Deal,Name,E-mail,Role\nAcme,Jane,jane@acme.example,CEO\nAcme,Ed,ed@acme.example,Buyer\nAcme,Ed,ed@acme.example,Lawyer\nAcme,Ed,ED@acme.example,buyer\n';
    const told = [
      '2: In acme.md, the role of “Jane” is “CFO” and stays so; this row says “CEO”.',
      '4: In acme.md, the role of “Ed” is “Buyer” and stays so; this row says “Lawyer”.',
    ];
    for (let time = 1; time <= 2; time++) {
      const { plan } = await into.add('people.csv', rows);
      assert.deepEqual(saidOf(leftIn(plan)), told, `${time}`);
    }
    assert.deepEqual(contactsIn(into, 'acme.md'), [
      { name: 'Jane', role: 'CFO', email: 'jane@acme.example' },
      { name: 'Ed', role: 'Buyer', email: 'ed@acme.example' },
    ]);
  });

  it('are told of in the order of their rows, whatever is wrong with them', async () => {
    const into = new Importing({
      'acme.md': deal('Acme', 'contacts:\n  - {name: Jane, role: CFO}\n'),
      'globex.md': deal('Globex', 'contacts:\n  - {name: Jane, role: CFO}\n'),
    });
    const rows =
      'Deal,Name,E-mail,Role\nGlobex,Jane,,CEO\nAcme,Ed,ed at acme,\nAcme,Jane,,CEO\nAcme,Bo,bo,\n';
    const { plan } = await into.add('people.csv', rows);
    assert.deepEqual(
      plan.notTaken.map(({ row }) => row),
      [2, 3, 4, 5],
    );
  });

  it('with what is no e-mail address, or with two, are told of it', async () => {
    const into = new Importing({ 'acme.md': deal('Acme', '') });
    const rows =
      'Deal,Name,E-mail\nAcme,Jane,jane at acme\nAcme,Ed,ed@acme.example; roe@acme.example\nAcme,,ask Jane\n';
    const { plan } = await into.add('people.csv', rows);
    assert.deepEqual(contactsIn(into, 'acme.md'), [
      { name: 'Jane' },
      { name: 'Ed', email: 'ed@acme.example' },
    ]);
    assert.deepEqual(saidOf(leftIn(plan)), [
      '2 E-mail: “jane at acme” isn’t an e-mail address, so it wasn’t taken.',
      '3 E-mail: A contact has one e-mail address here, so “roe@acme.example” wasn’t taken. Give it a row of its own.',
      '4 E-mail: “ask Jane” isn’t an e-mail address, so it wasn’t taken.',
    ]);
  });

  it('of a name that two contacts have are told of, unless one of them says all of it already', async () => {
    const into = new Importing({
      'acme.md': deal('Acme', 'contacts: [{name: Jo, role: CFO}, {name: jo, email: jo@acme.example}]\n'),
    });
    const before = contactsIn(into, 'acme.md');
    const { plan } = await into.add('people.csv', 'Deal,Name,Role\nAcme,Jo,CFO\nAcme,Jo,Buyer\n');
    assert.deepEqual(saidOf(leftIn(plan)), [
      '3: In acme.md, more than one contact is called “Jo”. Give the one that’s meant, and this row, the e-mail address.',
    ]);
    assert.deepEqual(contactsIn(into, 'acme.md'), before);
  });

  it('come once, and who was taken out since stays out', async () => {
    const into = new Importing({ 'acme.md': deal('Acme', 'contacts: [{name: R. Lee}, Sam]\n') });
    const rows =
      'Deal,Name,E-mail,Phone\nAcme,R. Lee,R.Lee@acme.example,\nAcme,Rita,r.lee@ACME.example,7\nAcme,sam,,8\nAcme,Imke,i@acme.example,\nAcme,,,9\n';
    const { plan } = await into.add('people.csv', rows);
    assert.match(
      textIn(into, 'acme.md'),
      /^contacts: \[\{name: R\. Lee, email: R\.Lee@acme\.example, phone: '7'\}, Sam, \{name: Imke, email: i@acme\.example\}\]$/m,
    );
    assert.deepEqual(saidOf(leftIn(plan)), [
      '3: In acme.md, the name of “R. Lee” is “R. Lee” and stays so; this row says “Rita”.',
      '4: In acme.md, “Sam” is only a name, so nothing can be added to it. Write it there as “{name: …}” and import again.',
      '6: This row has neither a name nor an e-mail address.',
    ]);
    const file = `${FOLDER}/acme.md`;
    await into.files.update([file], text => {
      const after = text.replace(/, \{name: Imke.*?\}/, '');
      return { ok: true, edited: { edits: [{ start: 0, end: text.length, text: after }], text: after } };
    });
    const before = into.files.all;
    const again = await into.add('people.csv', rows);
    assert.deepEqual(into.files.all, before);
    assert.deepEqual([again.done.changed, again.plan.notTaken.length], [[], 3]);
  });

  it('are each there at the end, with all that is known of them, in any order; what stood there stays', () => {
    const word = fc.constantFrom(
      '',
      'Ann',
      'Bo Li',
      'ann@a.example',
      'bo@b.example',
      '0049',
      'x, {y}: #z',
      '~',
    );
    const person = fc.record({
      name: word,
      email: fc.constantFrom('', 'ann@a.example', 'bo@b.example'),
      phone: word,
      role: word,
    });
    const isSaid = (one: object) => Object.values(one).some(said => said);
    const heads = [
      '',
      'contacts:\n  - {name: Ann, phone: 1} # one\n  - name: Bo Li # two\n    email: bo@b.example\n',
      'contacts: [Ann, {email: ann@a.example}]\n',
    ];
    return forAllInTime(
      fc.tuple(fc.array(person.filter(isSaid), { minLength: 1, maxLength: 8 }), fc.constantFrom(...heads)),
      async ([people, head]) => {
        const rows = people.map(({ name, email, phone, role }) =>
          ['Acme', name, email, phone, role].map(cell => `"${cell}"`).join(','),
        );
        const table = ['Deal,Name,Email,Phone,Job Title', ...rows].join('\n');
        const into = new Importing({ 'acme.md': deal('Acme', head) });
        const before = contactsIn(into, 'acme.md');
        const { plan } = await into.add('people.csv', table);
        const contacts = contactsIn(into, 'acme.md');
        assert.deepEqual(
          contacts.slice(0, before.length).map((one, at) => pick(one, before[at]!)),
          before,
        );
        const told = saidOf(leftIn(plan));
        const isBare = told.some(one => one.includes('a name alone'));
        for (const { name, email } of people.filter(one => one.name || one.email)) {
          const isThere = contacts.some(one => {
            const [a, b] = typeof one === 'string' ? [one, undefined] : [one['name'], one['email']];
            return (email && b === email) || (name && a === name);
          });
          assert.ok(isThere || isBare, JSON.stringify([name, email, contacts]));
        }
        const emails = contacts.flatMap(one => one['email'] ?? []);
        assert.equal(new Set(emails).size, emails.length);
        assert.equal(
          told.filter(one => one.includes('neither')).length,
          people.filter(one => !one.name && !one.email).length,
        );
        for (const comment of head.match(/# \w+/g) ?? [])
          assert.ok(textIn(into, 'acme.md').includes(comment));
        const once = into.files.all;
        await into.add('people.csv', table);
        assert.deepEqual(into.files.all, once);
      },
      100,
    );
  });
});

/** Of a contact as it is now what it said before. */
function pick(now: unknown, before: object): unknown {
  if (typeof now !== 'object' || now === null || typeof before !== 'object') return now;
  return Object.fromEntries(Object.keys(before).map(key => [key, (now as Record<string, unknown>)[key]]));
}

describe('companies that were exported beside deals', () => {
  it('fill in the account where a deal has none; another one stays, and is told', async () => {
    const into = new Importing({
      'one.md': deal('One', 'source_id: hubspot:9001\n'),
      'two.md': deal('Two', 'account: Globex Inc\nsource_id: hubspot:9002\n'),
    });
    const { plan } = await into.add('companies.csv', fixture('hubspot-companies.csv'));
    assert.equal(plan.beside, 'accounts');
    assert.deepEqual(
      into.deals.map(({ account }) => account),
      ['Acme Corp', 'Globex Inc'],
    );
    assert.deepEqual(saidOf(leftIn(plan)), [
      '3: The account of two.md is “Globex Inc” and stays so; this row says “Globex”.',
    ]);
    const before = into.files.all;
    await into.add('companies.csv', fixture('hubspot-companies.csv'));
    assert.deepEqual(into.files.all, before);
  });
});

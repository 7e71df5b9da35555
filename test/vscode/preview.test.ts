import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addDays, localDay } from '../../src/core/calendar';
import { linkTo, readLink } from '../../src/preview/links';
import { HOSTILE, yaml } from '../unit/support/hostile';
import { until } from './support/until';
import { clear, deal, extension, writeDeal, writeProcess } from './support/workspace';

const today = () => localDay(new Date());
const inDays = (days: number) => addDays(today(), days);

/** What the built-in preview shows of a file. */
async function preview(uri: vscode.Uri): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return (await vscode.commands.executeCommand<string>('markdown.api.render', document)) ?? '';
}

const cardIn = (html: string) => /<section class="deal-card[^]*?<\/section>\n/.exec(html)?.[0];

/** The card as it is read aloud: the text of each element that has some, and of each list what it is called. */
function aloud(html: string): string[] {
  return (
    (cardIn(html) ?? '')
      .replace(/<(?:section|ol|ul)[^>]*aria-label="([^"]*)"[^>]*>/g, '$1\n')
      // What VS Code has in a browser lacks these.
      .replace(/ <a class="deal-action"[^]*?<\/a>/g, '')
      .replace(/<\/dt><dd>/g, ': ')
      .replace(/<div class="deal-title"[^>]*>/g, 'Title: ')
      .replace(/<[^>]*>/g, '')
      .split('\n')
      .map(line => line.replace(/&#39;/g, "'").trim())
      .filter(line => line)
  );
}

const history = (...lines: string[]) => `history:\n${lines.map(line => `  - {${line}}\n`).join('')}`;

describe('the preview of a deal', () => {
  beforeEach(async () => {
    await clear();
    await extension();
  });
  after(clear);

  it('says where it stands, what is next and what is to be met', async () => {
    await writeProcess(
      'stages:\n  proposal:\n    label: Offer\n    stalled_after: 3\n    exit_criteria:\n      - {id: a, text: Presented}\n      - {id: b, text: Agreed}\n',
    );
    const head = `title: Acme\nstage: proposal\nvalue: 48000\ncurrency: EUR\nclose_date: ${inDays(-1)}\nowner: dana\naccount: Acme Corp\nnext_step: Call R.\nnext_step_on: ${inDays(-2)}\nchecks: [b]\n`;
    const moves = history(`on: ${inDays(-9)}, stage: lead`, `on: ${inDays(-5)}, stage: proposal`);
    const html = await preview(
      await writeDeal('acme-card.md', `---\n${head}${moves}---\n# Acme\n\n## Log\n\n- ${today()} call: R.\n`),
    );
    const said = aloud(html).map(line =>
      line
        .replace(/(Call R\.|Close date:).*?(?= 2 days| passed)|^.*(?=call: R)/, '$1')
        .replace(/^.*?(Lead generation → Offer · ).*?(?=Lead)/, '$1'),
    );
    assert.deepEqual(said, [
      'Deal: Acme',
      'Title: Acme',
      'Acme Corp · Owner dana',
      'Stage 5 of 7: Offer',
      'Lead generation, done',
      'Prospecting, skipped',
      'Qualification, skipped',
      'Needs analysis, skipped',
      'Offer, current stage',
      'Objections and negotiations, not reached yet',
      'Closing, not reached yet',
      'Next step Call R. 2 days late',
      'Stage: Offer, for 5 days stalled: limit 3 days',
      'Value: €48,000',
      'Close date: passed',
      'Before the next stage: 1 of 2 met',
      'Before the next stage: 1 of 2 met',
      'Presented, not met yet',
      'Agreed, met',
      'Last in the log',
      'Last in the log',
      'call: R.',
      'Lately',
      'Lately',
      'Lead generation → Offer · Lead generation',
    ]);
    assert.equal(html.match(/aria-current="step"/g)!.length, 1);
  });

  it('says until when it is on hold, and that nothing is late meanwhile', async () => {
    const plan = `next_step: Call\nnext_step_on: ${inDays(-2)}\non_hold_until: ${inDays(30)}\n`;
    const said = aloud(await preview(await writeDeal('acme-held.md', deal('proposal', plan))));
    assert.ok(said.some(line => /^On hold: until \w/.test(line)));
    assert.ok(said.some(line => line.startsWith('Next step Call')));
    assert.ok(!said.some(line => line.includes('late')));
  });

  for (const [status, more, words] of [
    ['won', '', ['Closing, won here', /^Outcome: Won on /]],
    [
      'lost',
      'lost_reason: price\n',
      ['Closing, lost here', /^Outcome: Lost in Closing on /, 'Reason: price'],
    ],
  ] as const) {
    it(`says that it is ${status}, and asks for nothing more`, async () => {
      await writeProcess('stages: {closing: {exit_criteria: [{id: a, text: Signed}]}}\n');
      const text = deal('closing', `status: ${status}\nclosed_on: 2026-03-01\n${more}`);
      const html = await preview(await writeDeal(`acme-${status}.md`, text));
      const said = aloud(html);
      for (const word of words)
        assert.ok(
          said.some(line => (typeof word === 'string' ? line === word : word.test(line))),
          String(word),
        );
      assert.match(html, new RegExp(`deal-is-${status}`));
      assert.ok(!said.some(line => /Next step|Signed|Before the next/.test(line)));
    });
  }

  it('has people and other deals of the account, with links that are nothing but addresses', async () => {
    const people =
      'contacts:\n  - {name: R. Lee, role: owner, email: r@acme.example, phone: "+49 30 1234"}\n  - {name: Eve, email: "x@y?bcc=evil@example"}\n';
    const uri = await writeDeal('acme-people.md', deal('proposal', people));
    await writeDeal(
      'acme (two).md',
      deal('closing', 'status: won\n').replace('Acme, scanners', 'Acme, <b>labels'),
    );
    const three = await writeDeal('closed/acme-three.md', deal('closing').replace('Acme Corp', 'ACME corp'));
    const last = await writeDeal('nobodys.md', deal('closing').replace('Acme Corp', 'Acme'));
    const { pipelines } = await extension();
    await until('all are read', () => [three, last].every(one => pipelines.entryAt(one)));
    const card = cardIn(await preview(uri))!;
    const targets = [...card.matchAll(/ href="([^"]*)"/g)].map(([, target]) => target!);
    assert.deepEqual(
      targets.filter(target => !target.includes('deal-notes.deal-notes')),
      ['mailto:r@acme.example', 'closed/acme-three.md', 'acme%20%28two%29.md'],
    );
    const said = aloud(card);
    for (const line of [
      'R. Lee · owner · r@acme.example · +49 30 1234',
      'Eve · x@y?bcc=evil@example',
      'Acme, scanners · Closing',
      'Acme, &#60;b&#62;labels · Won',
    ])
      assert.ok(said.includes(line), `${line} in ${said.join('\n')}`);
  });

  it('hides the table of the front matter unless somebody has asked for it, and a heading that is the title', async () => {
    const uri = await writeDeal('acme-twice.md', deal('proposal').replace('Notes.', '# Acme, scanners\n'));
    assert.match(cardIn(await preview(uri))!, /deal-hides-table deal-hides-heading/);
    const other = await writeDeal(
      'acme-once.md',
      deal('proposal').replace('Notes.', 'x\n\n# Acme, scanners\n'),
    );
    assert.doesNotMatch(cardIn(await preview(other))!, /deal-hides-heading/);
  });

  it('has links for what is done next that name the command and the file, whatever that is called', () => {
    const file = vscode.Uri.file('/deals/50% & more + #1?/a b=c;ü.md');
    const read = (path: string) => readLink(vscode.Uri.parse(linkTo(path, file, 'deal-notes.deal-notes')));
    assert.equal(read('/complete')!.command, 'dealNotes.completeNextStep');
    assert.equal(read('/check')!.command, 'dealNotes.checkCriteria');
    assert.equal(read('/check')!.file.toString(), file.toString());
    assert.equal(read('/markWon'), undefined);
    assert.equal(readLink(vscode.Uri.parse('vscode://deal-notes.deal-notes/complete')), undefined);
  });

  it('keeps all that VS Code shows, and stands above it', async () => {
    const text = deal('proposal').replace('Notes.', '# Notes\n\n| a |\n| - |\n| b |');
    const html = await preview(await writeDeal('acme-all.md', text));
    const card = cardIn(html)!;
    const at = html.indexOf(card);
    // Other extensions put something invisible first.
    assert.doesNotMatch(html.slice(0, at), /<(?:h1|table|p)\b/);
    const rest = html.slice(0, at) + html.slice(at + card.length);
    assert.match(rest, /<h1[^>]*>Notes<\/h1>[^]*<td>b<\/td>/);
    // Without an address the text is nobody's deal.
    const plain = await vscode.commands.executeCommand<string>('markdown.api.render', text);
    assert.equal(rest.replace(/id="[^"]*"/g, ''), plain.replace(/id="[^"]*"/g, ''));
  });

  it('shows what is not saved yet', async () => {
    const document = await vscode.workspace.openTextDocument(
      await writeDeal('acme-unsaved.md', deal('proposal')),
    );
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(3, 0, 3, 99), 'stage: closing');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(aloud(await preview(document.uri)).includes('Stage 7 of 7: Closing'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says why a file needs attention', async () => {
    const html = await preview(await writeDeal('acme-bad.md', '---\nstage: nowhere\n---\nNotes.\n'));
    assert.match(aloud(html).join(), /Needs attention, line 2: There is no stage “nowhere”/);
  });

  it('is as ever of what is no deal', async () => {
    const root = vscode.workspace.workspaceFolders![0]!.uri;
    await writeDeal('note-plain.md', '# Note\n');
    const note = await writeDeal('note-head.md', '---\ntitle: x\n---\n# Note\n');
    const draft = vscode.Uri.joinPath(note, '..', '_template.md');
    const outside = vscode.Uri.joinPath(root, 'outside-deals.md');
    const text = new TextEncoder().encode(deal('proposal'));
    for (const uri of [draft, outside]) await vscode.workspace.fs.writeFile(uri, text);
    for (const uri of [note, draft, outside, vscode.Uri.joinPath(note, '..', 'note-plain.md')])
      assert.equal(cardIn(await preview(uri)), undefined, uri.path);
    await vscode.workspace.fs.delete(outside);
  });

  it('runs and links nothing that a file says', async () => {
    await writeProcess(`stages: {proposal: {label: ${yaml(HOSTILE['image with a handler']!)}}}\n`);
    const evil = yaml(HOSTILE['closing script']!);
    const text = deal('proposal', `next_step: ${evil}\nlost_reason: ${evil}\n`).replace(
      'Acme, scanners',
      evil,
    );
    const card = cardIn(await preview(await writeDeal('acme-evil.md', text)))!;
    assert.doesNotMatch(card, /<(?:script|img)\b|href="(?!\w+:\/\/deal-notes)/);
    assert.match(card, /&#60;script&#62;/);
  });
});

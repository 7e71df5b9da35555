import type { Command } from 'commander';
import { completeNextStep, setNextStep } from '../actions/activities';
import type { FieldsSet } from '../actions/setFields';
import { tickNamed, type Ticked } from '../actions/todos';
import { plainText } from '../core/escape';
import { oneLine } from '../core/oneLine';
import { quoted } from '../words/en/said/quoted';
import { change, type ChangeOptions } from './change';
import { addChangeOptions, DASH_HELP, JSON_HELP } from './changeHelp';
import { addLog } from './logCommand';
import { toDay, toText } from './options';
import type { Session } from './session';
import { UsageError } from './usage';

const SET_HELP = `
Examples:
  $ deal-notes set deals/acme.md close_date "end of the quarter"
  $ deal-notes set deals/acme.md value "48k EUR"
  $ deal-notes set deals/acme.md tags "hardware, renewal"
  $ deal-notes set deals/acme.md next_step ""
  $ deal-notes set deals/lost.md lost_reason timing

KEY is a key of the front matter, under the name that your files have for it. Dates and amounts are read as
people write them; an empty VALUE removes the key; a key with a comment stays, without a value. What moves write (stage, status, history, closed_on,
lost_reason, lost_note) is left to them, but why a deal was lost can be corrected: lost_reason and lost_note of a lost deal.
${JSON_HELP}
A changed deal also has fields: each key that is different now with its value, null if removed.
${DASH_HELP}`;

const NEXT_HELP = `
Examples:
  $ deal-notes next deals/acme.md "Send the revised quote" --on friday
  $ deal-notes next deals/acme.md --done
  $ deal-notes next deals/acme.md "Call R. Lee" --on "in 2 weeks" --done

An empty TEXT removes the next step.
${JSON_HELP}
${DASH_HELP}`;

const TICK_HELP = `
Examples:
  $ deal-notes tick deals/acme.md "Legal review"
  $ deal-notes tick deals/acme.md 2026-12-04

A to-do is a line of the notes such as “- [ ] 2026-12-04 Legal review @buyer”. TEXT is what it says, or a
part of that; nothing is ticked if several may be meant.
${JSON_HELP}
${DASH_HELP}`;

export function addFieldCommands(program: Command, session: Session): void {
  addSet(program, session);
  addLog(program, session);
  addNext(program, session);
  addTick(program, session);
}

function addSet(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('set')
    .summary('set or remove a field of a deal')
    .description('Set a field of a deal, such as its value, owner or close date, or remove it.')
    .argument('<FILE>', 'deal file')
    .argument('<KEY>', 'the field, such as close_date')
    .argument('<VALUE>', 'its value; "" removes it');
  addChangeOptions(command)
    .addHelpText('after', SET_HELP)
    .action(
      session.ends((file: string, key: string, value: string, options: ChangeOptions) =>
        change<FieldsSet>(terminal, [file], options, {
          command: 'set',
          make: async (workspace, files) => {
            // Not at the start, since it reads days as people say them.
            const { setField } = await import('../actions/setFields');
            return setField(workspace, files, { key, value, language: terminal.language });
          },
          inWords: ({ plan: { title, fields } }) => `${plainText(title)}: ${fieldsInWords(fields)}`,
          asData: ({ plan: { fields } }) => ({ fields }),
        }),
      ),
    );
}

function fieldsInWords(fields: FieldsSet['fields']): string {
  const changes = Object.entries(fields).map(([key, value]) =>
    value === undefined || value === null
      ? `${plainText(key)} removed`
      : `${plainText(key)} is now ${valueInWords(value)}`,
  );
  return changes.join(', ') || 'nothing to change';
}

function valueInWords(value: unknown): string {
  return plainText(Array.isArray(value) ? value.join(', ') : String(value));
}

interface NextOptions extends ChangeOptions {
  readonly on?: string;
  readonly done?: true;
}

function addNext(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('next')
    .summary('set the next step of a deal, or complete it')
    .description('Set the next step of a deal. With --done, the current one is logged first.')
    .argument('<FILE>', 'deal file')
    .argument('[TEXT]', 'the next thing to do')
    .option('--on <day>', 'when it is due, such as "friday"', toText)
    .option('--done', 'first log the current next step as done');
  addChangeOptions(command)
    .addHelpText('after', NEXT_HELP)
    .action(
      session.ends(async (file: string, text: string | undefined, options: NextOptions) => {
        const next = nextStepIn(text, options);
        const on = next.on === undefined ? undefined : await toDay(next.on, terminal);
        const { step } = next;
        const inWords = step ? `next step: ${plainText(step)}${on ? `, by ${on}` : ''}` : 'no next step';
        return change(terminal, [file], options, {
          command: 'next',
          make: (workspace, files) =>
            (options.done ? completeNextStep : setNextStep)(workspace, files, { step, on }),
          inWords: ({ plan: { title } }) =>
            `${plainText(title)}: ${options.done ? 'logged as done; ' : ''}${inWords}`,
        });
      }),
    );
}

/** @throws UsageError where it makes no sense */
function nextStepIn(text: string | undefined, { on, done }: NextOptions) {
  if (text === undefined && !done) {
    const wayOut =
      on === undefined ? '' : ` To change only its day: deal-notes set FILE next_step_on ${quoted(on)}.`;
    throw new UsageError(`Give the next step, or --done.${wayOut}`);
  }
  const step = oneLine(text ?? '');
  if (!step && on !== undefined) throw new UsageError('--on needs a TEXT: the step that is due that day.');
  return { step, on };
}

function addTick(program: Command, session: Session): void {
  const { terminal } = session;
  const command = program
    .command('tick')
    .summary('tick a dated to-do in the notes of a deal')
    .description('Tick a dated to-do in the notes of a deal. Only its box changes.')
    .argument('<FILE>', 'deal file')
    .argument('<TEXT>', 'what the to-do says, or a part of it', toText);
  addChangeOptions(command)
    .addHelpText('after', TICK_HELP)
    .action(
      session.ends((file: string, text: string, options: ChangeOptions) =>
        change<Ticked>(terminal, [file], options, {
          command: 'tick',
          make: (workspace, files) => tickNamed(workspace, files, text),
          inWords: ({ plan: { title, todos } }) =>
            `${plainText(title)}: ticked ${todos.map(({ on, what }) => quoted(what || on)).join(', ')}`,
        }),
      ),
    );
}

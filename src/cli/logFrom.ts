import { logCapture, type CaptureLogged, type LineLogged } from '../actions/capture/logCapture';
import type { Done } from '../actions/result';
import type { CalendarDate } from '../core/calendar';
import { readCapture, type Outside } from '../core/capture/readCapture';
import { plainText } from '../core/escape';
import type { Problem } from '../core/problem';
import { textOf } from '../files/disk/anyText';
import { readRegularBytes } from '../files/disk/disk';
import { sentenceOf } from '../words/sentence';
import { change, type ChangeOptions } from './change';
import { complain } from './output';
import { shellWord, withoutShellSigns } from './shellWord';
import { absolute, type Terminal } from './terminal';

interface FromOptions extends ChangeOptions {
  readonly on: CalendarDate | undefined;
  /** A path, or `-` for standard input. */
  readonly from: string;
}

/** What names standard input. */
const INPUT = '-';

const LONGEST_COMMAND = 1000;

/** Nothing could be read, so nothing was written. */
const UNREAD = 2;

/** Logs a mail, an invitation or a text that stands in a file. Answers with the exit code. */
export async function logFrom(
  terminal: Terminal,
  file: string,
  { on, from, ...options }: FromOptions,
): Promise<number> {
  const read = await outside(terminal, from);
  const captured = 'problem' in read ? read : await readCapture(read);
  if ('problem' in captured) {
    complain(
      terminal,
      `${from === INPUT ? 'standard input' : plainText(from)}: ${sentenceOf(captured.problem)}`,
    );
    return UNREAD;
  }
  return change<CaptureLogged>(terminal, [file], options, {
    command: 'log',
    make: (workspace, files) => logCapture(workspace, files, captured, { on, language: terminal.language }),
    inWords: ({ plan }) => lineInWords(plan.title, plan),
    alsoInWords: done => alsoInWords(file, done),
    asData: ({ plan: { logged, wasThere, others, contacts, next } }) => ({
      logged,
      ...(wasThere && { wasThere }),
      ...(others.length && { others: others.map(one => ({ ...one.logged, wasThere: one.wasThere })) }),
      contacts: contacts.map(({ name, email }) => ({ ...(name && { name }), ...(email && { email }) })),
      ...(next?.on && { nextStep: { step: next.step, on: next.on } }),
    }),
  });
}

async function outside(terminal: Terminal, from: string): Promise<Outside | { readonly problem: Problem }> {
  const read =
    from === INPUT ? { bytes: await terminal.input() } : readRegularBytes(absolute(terminal, from));
  return 'problem' in read ? read : { bytes: read.bytes, textOf };
}

function lineInWords(title: string, { logged: { on, what }, wasThere }: LineLogged): string {
  const how = wasThere ? `already logged on ${on}, not added again` : `logged on ${on}`;
  return `${plainText(title)}: ${how}: ${plainText(what)}`;
}

function alsoInWords(
  file: string,
  { plan: { title, others, contacts, next } }: Done<CaptureLogged>,
): string[] {
  const lines = others.map(one => lineInWords(title, one));
  const people = contacts.map(
    ({ name, email }) => `New contact: ${[name, email].filter(Boolean).join(', ')}`,
  );
  const added = [...lines, ...people];
  if (!next?.on) return added;
  const words = [shellWord(file), shellWord(withoutShellSigns(next.step)), '--on', next.on];
  return [
    ...added,
    `Next step, not set yet: ${plainText(next.step)}, ${next.on}. To set it:`,
    plainText(`deal-notes next ${words.join(' ')}`, LONGEST_COMMAND),
  ];
}

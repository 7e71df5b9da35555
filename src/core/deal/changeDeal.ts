import { ownName, STANDARD_NAMES } from '../frontMatter/keyNames';
import type { Process } from '../process/process';
import { applyEdits, type TextEdit } from '../textEdit';
import type { Deal } from './deal';
import { match } from './entry';
import type { FrontMatterChange } from '../frontMatter/edit/change';
import { editFrontMatter, type Edited } from '../frontMatter/edit/editFrontMatter';
import { parseFrontMatter, type Data } from '../frontMatter/parse';
import { readDeal } from './readDeal';
import { refuse, type Refusal } from '../refusal';
import type { Says } from '../says';
import { secondKeys } from './near/secondKeys';
import { say } from './say';

/** A deal with its values as the file writes them, by the standard names of its keys. */
export interface Opened {
  readonly ok: true;
  readonly deal: Deal;
  readonly data: Data;
}

/** What is to be different in a deal's file: in the front matter, in the body, or in both. */
export interface DealChange {
  readonly frontMatter?: FrontMatterChange;
  /** The front matter's keys are those that the file writes, whatever the team calls the standard ones. */
  readonly asWritten?: true;
  /** Places in the whole text, all of them behind the front matter. */
  readonly body?: readonly TextEdit[];
}

export interface Changed {
  readonly ok: true;
  readonly title: string;
  /** What the person should know, though the change is made. */
  readonly warnings: readonly Says[];
  readonly edited: Extract<Edited, { ok: true }>;
}

/** The deal in a text, or why there is none that could be changed. */
export function openDeal(path: string, text: string, process: Process): Opened | Refusal {
  const entry = readDeal(path, text, process);
  return match<Opened | Refusal>(entry, {
    deal: ({ deal }) => {
      if (deal.conflict) return refuse(say('inConflict', { title: deal.title }));
      const parsed = parseFrontMatter(text, process.fields);
      return { ok: true, deal, data: parsed.kind === 'found' ? parsed.data : {} };
    },
    attention: ({ problem }) => ({ ok: false, problem }),
    note: () => {
      const key = ownName(process.fields, 'stage');
      return refuse(say('noDeal', { key }));
    },
  });
}

/** Changes fields and notes of a deal: the edits for the text as it is now, or the reason why it cannot be. */
export function changeDeal(
  path: string,
  text: string,
  process: Process,
  changeOf: (opened: Opened, text: string) => DealChange,
): Changed | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { frontMatter = {}, asWritten, body = [] } = changeOf(opened, text);
  const second = asWritten ? undefined : secondKeys(text, frontMatter, process);
  if (second?.ok === false) return second;
  const edited = editFrontMatter(text, frontMatter, asWritten ? STANDARD_NAMES : process.fields);
  if (!edited.ok) return edited;
  const edits = [...edited.edits, ...body];
  const after = applyEdits(text, edits);
  const { warnings = [] } = second ?? {};
  return { ok: true, title: opened.deal.title, warnings, edited: { ok: true, edits, text: after } };
}

import { env, l10n, window, type Uri } from 'vscode';
import { logCapture, type CaptureLogged, type LineLogged } from '../actions/capture/logCapture';
import { setStepOfLogged } from '../actions/capture/setStepOfLogged';
import { shownAs } from '../core/capture/correspondent';
import { readCapture, type Outside } from '../core/capture/readCapture';
import { plainText, withoutLinks } from '../core/escape';
import { dayInWords } from '../core/peopleDates';
import type { Problem } from '../core/problem';
import { textOf } from '../files/disk/anyText';
import { toUri } from '../files/editor/addresses';
import { letterAt, type Letter } from '../files/editor/letters';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';
import type { Changes } from './changes';
import { anyDeal } from './fieldCommand';
import { asField } from './report';
import { targetsOf } from './targets';

/** Logs a mail, an invitation or a text in deals: from a file that the person chooses, or from the clipboard. */
export async function logFrom(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const question = l10n.t('Log a mail or an invitation for which deal?');
  const uris = await targetsOf(pipelines, args, anyDeal, question);
  if (!uris.length) return;
  const letters = await chooseLetters();
  if (letters) await logLetters(pipelines, changes, uris, letters);
}

/** Logs each of some mails and invitations, and asks whether a meeting is to be the next step. */
export async function logLetters(
  pipelines: Pipelines,
  changes: Changes,
  uris: readonly Uri[],
  letters: readonly Letter[],
): Promise<void> {
  for (const { name, read } of letters) {
    const outside = await read();
    const captured = 'problem' in outside ? outside : await readCapture(outside);
    if ('problem' in captured) {
      complain(name, captured.problem);
      continue;
    }
    const { done } = await changes.make<CaptureLogged>(uris, {
      act: (workspace, files) => logCapture(workspace, files, captured, { language: env.language }),
      wordsOf: ({ plan }) => captureInWords(plan),
      sentence: asField,
    });
    for (const { file, plan } of done) void propose(pipelines, changes, toUri(file), plan);
  }
}

/** Whether the meeting is to be the next step, if one was logged; nothing is set unasked. */
export async function propose(
  pipelines: Pipelines,
  changes: Changes,
  uri: Uri,
  { title, logged, next }: Pick<CaptureLogged, 'title' | 'logged' | 'next'>,
): Promise<void> {
  if (!next) return;
  const day = next.on ? dayInWords(next.on, pipelines.today, env.language) : '';
  const message = l10n.t(
    '{0}: make “{1}”, {2}, the next step?',
    plainText(title, 60),
    plainText(next.step, 80),
    day,
  );
  const setIt = l10n.t('Set Next Step');
  if ((await window.showInformationMessage(withoutLinks(message), setIt)) !== setIt) return;
  await changes.make([uri], {
    act: (workspace, [file]) => setStepOfLogged(workspace, file!, next, logged),
    wordsOf: () => l10n.t('next step “{0}”, {1}', plainText(next.step, 60), day),
    sentence: asField,
  });
}

/** What became of a letter in a deal, in few words. */
export function captureInWords({
  logged,
  wasThere,
  others,
  contacts,
}: Pick<CaptureLogged, 'logged' | 'wasThere' | 'others' | 'contacts'>): string {
  const added = contacts.map(one => plainText(shownAs(one), 40)).join(', ');
  const lines = [{ logged, wasThere }, ...others].map(lineInWords);
  return [...lines, ...(added ? [l10n.t('new contact: {0}', added)] : [])].join('; ');
}

function lineInWords({ logged: { on, what }, wasThere }: LineLogged): string {
  const line = plainText(what, 100);
  return wasThere
    ? l10n.t('already logged on {0}, not added again: “{1}”', on, line)
    : l10n.t('logged “{0}”', line);
}

/**
 * Files, or what is in the clipboard: that is read only once it is chosen, since a browser asks the person first, and until they
 * answer nothing else goes on.
 */
async function chooseLetters(): Promise<readonly Letter[] | undefined> {
  const file = { label: `$(file) ${l10n.t('Choose a File…')}` };
  const clipboard = { label: `$(clippy) ${l10n.t('From the Clipboard')}` };
  const picked = await window.showQuickPick([file, clipboard], {
    title: l10n.t('Log from Mail or Invitation'),
    placeHolder: l10n.t('Where is it?'),
  });
  if (picked === clipboard) return [ofClipboard(await env.clipboard.readText())];
  if (!picked) return undefined;
  const chosen = await window.showOpenDialog({
    title: l10n.t('Log from Mail or Invitation'),
    openLabel: l10n.t('Log'),
    canSelectMany: true,
    filters: {
      [l10n.t('Mails, invitations and texts')]: ['eml', 'emlx', 'ics', 'txt'],
      [l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.map(letterAt);
}

function ofClipboard(text: string): Letter {
  const outside: Outside = { bytes: new TextEncoder().encode(text), textOf };
  return { name: l10n.t('Clipboard'), read: () => Promise.resolve(outside) };
}

/** Why nothing of a letter can be logged. */
export function complain(name: string, problem: Problem): void {
  void window.showWarningMessage(withoutLinks(l10n.t('{0}: {1}', plainText(name, 80), sentenceOf(problem))));
}

import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  MarkdownString,
  workspace,
  type Disposable,
} from 'vscode';
import type { Address } from '../actions/address';
import { filesNamed } from '../actions/findDeal';
import { moveDeals } from '../actions/moveDeals';
import type { Answer, Wish } from '../core/deal/transition';
import { markdownText, plainText } from '../core/escape';
import { noSuchStage } from '../core/process/noSuchStage';
import { findStage, type Process } from '../core/process/process';
import { toAddress, toUri } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import type { Travel } from '../files/editor/travel/travel';
import { MOVE_TOOL } from '../ids';
import type { Changes } from './changes';
import { askAndMove, destination } from './moves';
import { asMove } from './report';
import { sentenceOf, sentence } from '../words/sentence';

/** What an agent says, by the schema in package.json. */
interface MoveInput {
  readonly deal: string;
  readonly to: string;
  readonly reason?: string;
  readonly note?: string;
  readonly despite_warnings?: boolean;
}

/** Another file may be called the same, or be the one that is meant. */
const NOT_READ =
  'Not moved: not all files of the pipeline have been read. The user has to run “Read the Rest” first.';

/**
 * The tool by which an agent moves a deal: by the same rules as a person, after a person has confirmed it, and with no
 * way past what the team's rules block. The person is told, and can take it back.
 */
export function registerMoveTool(pipelines: Pipelines, changes: Changes, travel: Travel): Disposable {
  return lm.registerTool<MoveInput>(MOVE_TOOL, {
    prepareInvocation: ({ input }) => ({
      invocationMessage: l10n.t('Moving a deal'),
      confirmationMessages: { title: l10n.t('Move a Deal'), message: allOf(input) },
    }),
    invoke: async ({ input }) =>
      new LanguageModelToolResult([
        new LanguageModelTextPart(
          travel.refuses()
            ? 'Not moved: the user is looking at the pipeline as it was, and has to run “Back to Now” first.'
            : (await pipelines.whole())
              ? await move(input, pipelines, changes)
              : NOT_READ,
        ),
      ]),
  });
}

/** All that is asked for: the person confirms nothing that is not shown. */
export function allOf({ deal, to, reason, note, despite_warnings: isDespite }: MoveInput): MarkdownString {
  const shown = new MarkdownString();
  const add = (text: string) => shown.appendMarkdown(`${markdownText(plainText(text))}\n\n`);
  add(`${deal} → ${to}`);
  if (reason) add(l10n.t('Reason: {0}', reason));
  if (note) add(l10n.t('Note: {0}', note));
  if (isDespite) add(l10n.t('Overrides the team’s warnings; the history records it.'));
  return shown;
}

async function move(asked: MoveInput, pipelines: Pipelines, changes: Changes): Promise<string> {
  const found = filesNamed(asked.deal, pipelinesOf(pipelines));
  const [first] = found;
  if (!first) return `No deal is called “${asked.deal}”. Give its file or its title.`;
  if (found.length > 1) {
    const files = found.map(({ file }) => pathOf(file)).join(', ');
    return `“${asked.deal}” could be any of ${files}. Give the file.`;
  }
  const uri = toUri(first.file);
  const wish = wishOf(asked, pipelines.folderOf(uri)!.pipeline.process);
  if (typeof wish === 'string') return wish;
  const answer: Answer = asked.despite_warnings ? { despite: 'warnings' } : {};
  const result = await changes.make([uri], {
    act: (workspace, files) => moveDeals(workspace, files, { wish, answer }),
    // The person, unlike the agent, is asked about what is open.
    again: uris => askAndMove(pipelines, changes, uris, wish),
    wordsOf: destination,
    sentence: asMove,
  });
  const [done] = result.done;
  if (done)
    return [`Moved: ${done.plan.title} → ${destination(done)}.`, ...done.plan.warnings.map(sentence)].join(
      ' ',
    );
  const { problem } = result.refused[0]!;
  const way =
    problem.code === 'needs-answer'
      ? ' Complete what is open, or ask the user whether to proceed with despite_warnings; the history records it.'
      : '';
  return `Not moved: ${pathOf(first.file)}:${problem.line}: ${sentenceOf(problem)}${way}`;
}

function pipelinesOf({ folders }: Pipelines) {
  return folders.map(({ uri, pipeline }) => ({ folder: toAddress(uri), pipeline }));
}

/** Of a file, below the folder that the editor has open. */
function pathOf(file: Address): string {
  return workspace.asRelativePath(toUri(file));
}

function wishOf({ to, reason, note }: MoveInput, process: Process): Wish | string {
  const named = { next: 'advance', previous: 'back', won: 'win', reopen: 'reopen' } as const;
  if (Object.hasOwn(named, to)) return { kind: named[to as keyof typeof named] };
  if (to === 'lost') {
    return reason
      ? { kind: 'stop', reason, note }
      : `A lost deal needs a reason: ${process.lostReasons.join(', ')}, or another.`;
  }
  const stage = findStage(process, to);
  return stage ? { kind: 'set', stage } : sentence(noSuchStage(to, process));
}

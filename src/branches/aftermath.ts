import { commands, l10n, Range, window, workspace, type Uri } from 'vscode';
import { GitFailed, type Git } from '../actions/ports/git';
import { isNote, titleOf, type Entry } from '../core/deal/entry';
import { hasMarkers, wrongAfterMerge } from '../core/deal/problems/afterMerge';
import { unmergedProblem } from '../core/deal/problems/unmerged';
import { readDeal } from '../core/deal/readDeal';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import type { Problem } from '../core/problem';
import { decode } from '../files/decode';
import { toAddress } from '../files/editor/addresses';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { sentenceOf } from '../words/sentence';

/** What is asked of git about what a merge has left. */
export type MergesKnown = Pick<Git, 'mergedSince' | 'unmergedFiles' | 'contentAt'>;

interface LeftWrong {
  readonly uri: Uri;
  readonly title: string;
  readonly problem: Problem;
}

/** Looks at the deals that a merge, a rebase or a pull has changed, and says once what has come out wrong. */
export class Aftermath {
  /**
   * The files that were left unmerged when it looked last, with the ids of their sides: while people settle one after the
   * other, nothing is said of the rest; but a rebase may stop at a file again.
   */
  private readonly left = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    private readonly git: MergesKnown,
    private readonly pipelines: Pick<Pipelines, 'today'>,
  ) {}

  /** @param before the commit from which the branch has moved; none where it has not */
  async look(folders: readonly PipelineFolder[], before: string | undefined): Promise<void> {
    if (!workspace.isTrusted) return;
    const wrong: LeftWrong[] = [];
    for (const folder of folders.filter(({ uri }) => uri.scheme === 'file'))
      try {
        wrong.push(...(await this.leftUnmerged(folder)));
        if (before !== undefined) wrong.push(...(await this.mergedWrong(folder, before)));
      } catch (cause) {
        // Nobody has asked for it: where git refuses, nothing is said.
        if (!(cause instanceof GitFailed)) throw cause;
      }
    if (wrong.length) await tell(wrong);
  }

  /** What git has left to people without a marker that would show it. */
  private async leftUnmerged(folder: PipelineFolder): Promise<LeftWrong[]> {
    const key = folder.uri.toString();
    const before = this.left.get(key);
    const unmerged = await this.git.unmergedFiles(toAddress(folder.uri));
    this.left.set(key, new Map([...unmerged].map(([path, { id }]) => [path, id])));
    return [...unmerged].flatMap(([path, { how, id }]) => {
      const entry = folder.pipeline.get(path);
      if (!entry || isNote(entry) || before?.get(path) === id) return [];
      return hasMarkers(entry) ? [] : [leftWrong(folder, entry, unmergedProblem(how))];
    });
  }

  private async mergedWrong(folder: PipelineFolder, before: string): Promise<LeftWrong[]> {
    const address = toAddress(folder.uri);
    const { pipeline } = folder;
    const surroundings = { process: pipeline.process, today: this.pipelines.today };
    const wrong: LeftWrong[] = [];
    for (const path of await this.git.mergedSince(address, before)) {
      const entry = pipeline.get(path);
      if (!entry || this.left.get(folder.uri.toString())?.has(path)) continue;
      if (!wrongAfterMerge(entry, undefined, surroundings)) continue;
      const bytes = await this.git.contentAt(address, before, path);
      const was = bytes && decode(bytes);
      const own = was && 'text' in was ? readDeal(path, was.text, pipeline.process) : undefined;
      const problem = wrongAfterMerge(entry, own, surroundings);
      if (problem) wrong.push(leftWrong(folder, entry, problem));
    }
    return wrong;
  }
}

function leftWrong(folder: PipelineFolder, entry: Entry, problem: Problem): LeftWrong {
  return { uri: folder.uriOf(entry.path), title: titleOf(entry), problem };
}

async function tell(wrong: readonly LeftWrong[]): Promise<void> {
  const [{ uri, title, problem }] = wrong as readonly [LeftWrong, ...LeftWrong[]];
  const name = withoutIcons(plainText(title, 60));
  if (wrong.length === 1) {
    const open = l10n.t('Open');
    const why = withoutLinks(sentenceOf(problem));
    const message = l10n.t('The merge left something wrong in “{0}”: {1}', name, why);
    if ((await window.showWarningMessage(message, open)) !== open) return;
    const line = Math.max(problem.line - 1, 0);
    await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
    return;
  }
  const show = l10n.t('Show Problems');
  const message = l10n.t(
    'The merge left something wrong in {0} deals, “{1}” among them.',
    wrong.length,
    name,
  );
  if ((await window.showWarningMessage(message, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}

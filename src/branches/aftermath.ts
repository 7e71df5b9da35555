import { commands, l10n, Range, window, workspace, type Uri } from 'vscode';
import { GitFailed, type Git } from '../actions/ports/git';
import { isDeal, match, titleOf, type Entry } from '../core/deal/entry';
import { unmergedProblem } from '../core/deal/problems/unmerged';
import { plainText, withoutIcons, withoutLinks } from '../core/escape';
import type { Problem } from '../core/problem';
import { toAddress } from '../files/editor/addresses';
import type { PipelineFolder } from '../files/pipelineFolder';
import { sentenceOf } from '../words/sentence';

/** What goes wrong where lines are merged that belong together. */
const OF_MERGES: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  'duplicate-key',
  'history-mismatch',
  'history-order',
  'history-outcome',
  'conflict-markers',
]);

interface LeftWrong {
  readonly uri: Uri;
  readonly title: string;
  readonly problem: Problem;
}

/** Looks at the deals that a merge, a rebase or a pull has changed, and says once what has come out wrong. */
export class Aftermath {
  /** What was said, so that the next pull doesn't say it again. */
  private readonly told = new Set<string>();

  constructor(private readonly git: Pick<Git, 'mergedSince' | 'unmergedFiles'>) {}

  /** @param before the commit from which the branch has moved */
  async look(folders: readonly PipelineFolder[], before: string): Promise<void> {
    if (!workspace.isTrusted) return;
    const found: LeftWrong[] = [];
    for (const folder of folders) {
      if (folder.uri.scheme === 'file') found.push(...(await this.wrongIn(folder, before)));
    }
    const fresh = found.filter(({ uri, problem }) => !this.told.has(keyOf(uri, problem)));
    for (const { uri, problem } of fresh) this.told.add(keyOf(uri, problem));
    if (fresh.length) await tell(fresh);
  }

  private async wrongIn(folder: PipelineFolder, before: string): Promise<LeftWrong[]> {
    try {
      const address = toAddress(folder.uri);
      const changed = await this.git.mergedSince(address, before);
      if (!changed.size) return [];
      const unmerged = await this.git.unmergedFiles(address);
      return [...changed].flatMap(path => {
        const entry = folder.pipeline.get(path);
        const left = unmerged.get(path);
        if (!entry || (isDeal(entry) && entry.deal.conflict)) return [];
        const problem = left
          ? unmergedProblem(left)
          : problemsOf(entry).find(({ code }) => OF_MERGES.has(code));
        return problem ? [{ uri: folder.uriOf(path), title: titleOf(entry), problem }] : [];
      });
    } catch (cause) {
      // Nobody has asked for it: where git refuses, nothing is said.
      if (cause instanceof GitFailed) return [];
      throw cause;
    }
  }
}

function keyOf(uri: Uri, { code }: Problem): string {
  return `${code} ${uri.toString()}`;
}

function problemsOf(entry: Entry): readonly Problem[] {
  return match<readonly Problem[]>(entry, {
    deal: ({ problems }) => problems,
    attention: ({ problem, others = [] }) => [problem, ...others],
    note: () => [],
  });
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

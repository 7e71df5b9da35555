import { join, sep } from 'node:path';
import { reviewOn } from '../actions/review';
import { lastMonday } from '../core/metrics/periods';
import { moneyIn } from '../core/moneyFormat';
import { REVIEW_TEMPLATE } from '../core/review/template';
import { toAddress } from '../files/disk/addresses';
import { asText } from '../files/disk/disk';
import { DiskFiles } from '../files/disk/diskFiles';
import { snapshotsFrom } from '../git/snapshots/snapshots';
import { notesOnChanges } from '../words/changes/notes';
import { reportWords } from '../words/report';
import { reviewAsMarkdown } from '../words/review/reviewMarkdown';
import { sentenceOf } from '../words/sentence';
import { filterMeant } from './filterMeant';
import { type FilterOptions } from './filterOptions';
import { gitOf, orNoAnswer } from './git';
import { complainOfUnread } from './listTables';
import { openAloud } from './openAloud';
import { toPastDay } from './options';
import { complain, print } from './output';
import type { Terminal } from './terminal';

export type ReviewOptions = FilterOptions & { readonly since?: string };

/** Prints the review of a week. Answers with the exit code: 1 where the team's template has a fault. */
export async function showReview(terminal: Terminal, named: string, options: ReviewOptions): Promise<number> {
  const opened = await openAloud(terminal, named);
  const { pipeline, root } = opened;
  const today = terminal.clock.today();
  const filter = await filterMeant(options, terminal, opened);
  const since = options.since === undefined ? lastMonday(today) : await toPastDay(options.since, terminal);
  const review = await orNoAnswer(
    snapshotsFrom(terminal)(opened.folder).then(snapshots =>
      reviewOn(
        { folder: toAddress(opened.folder), pipeline },
        { snapshots, files: new DiskFiles(), asText, today, git: gitOf(terminal) },
        { since, filter },
      ),
    ),
  );
  const { changes, report, template } = review;
  if (report.historyGap) complain(terminal, reportWords('en').historyGap(report.historyGap));
  for (const note of notesOnChanges(changes)) complain(terminal, note);
  if (report.inConflict) complain(terminal, reportWords('en').gaps.inConflict(report.inConflict));
  complainOfUnread(terminal, pipeline.files.needsAttention);
  const filled = reviewAsMarkdown(
    {
      ...review,
      ...{ process: pipeline.process, money: moneyIn(pipeline.currencies) },
      linkTo: path => join(root, path).split(sep).join('/'),
    },
    'text' in template ? template.text : undefined,
  );
  const problems = 'problem' in template ? [template.problem] : filled.problems;
  for (const problem of problems)
    complain(terminal, `${join(root, REVIEW_TEMPLATE)}:${problem.line}: ${sentenceOf(problem)}`);
  print(terminal, filled.text.trimEnd().split('\n'));
  return problems.length ? 1 : 0;
}

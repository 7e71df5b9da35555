import { relative } from 'node:path';
import { pathBelow } from '../actions/address';
import { briefOn } from '../actions/brief';
import { needsAttention } from '../core/deal/entry';
import { moneyIn } from '../core/moneyFormat';
import type { Problem } from '../core/problem';
import { briefAsMarkdown } from '../words/brief/briefMarkdown';
import { briefWords } from '../words/brief';
import { reportWords } from '../words/report';
import { sentenceOf } from '../words/sentence';
import { gitOf } from './git';
import { complain, print } from './output';
import { openFound } from './pipeline';
import { targetsOf } from './targets';
import type { Terminal } from './terminal';
import { diskWorkspace } from './workspace';

/** Prints the brief of one deal. Answers with the exit code: 1 where the file is no deal. */
export async function showBrief(terminal: Terminal, typed: string): Promise<number> {
  const { file } = targetsOf(terminal, [typed])[0]!;
  const refuse = ({ line, says }: Pick<Problem, 'line' | 'says'>) => {
    complain(terminal, `${typed}:${line}: ${sentenceOf({ says })}`);
    return 1;
  };
  const { files, homes } = diskWorkspace(terminal);
  const read = await files.read(file);
  if ('problem' in read) return refuse(read.problem);
  const { folder } = await homes.homeOf(file);
  const { pipeline } = await openFound(terminal, { root: relative(terminal.cwd, folder) || '.', folder });
  const path = pathBelow(folder, file)!;
  const entry = pipeline.get(path);
  if (entry && needsAttention(entry)) return refuse(entry.problem);
  const ports = { clock: terminal.clock, git: gitOf(terminal) };
  const brief = await briefOn({ folder, pipeline }, ports, path, read.text);
  if (!brief) {
    complain(terminal, `${typed}: ${briefWords('en').noDeal}`);
    return 1;
  }
  const money = moneyIn(pipeline.currencies);
  const day = reportWords('en').today;
  print(terminal, briefAsMarkdown(brief, { process: pipeline.process, money, words: briefWords('en'), day }));
  return 0;
}

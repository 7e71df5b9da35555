import { l10n } from 'vscode';
import type { TableRefusal } from '../actions/imports/mappingOfTable';
import type { MappingSaid } from '../core/intake/mapping';
import { withColumn } from '../core/intake/remap';
import { targetName } from '../core/intake/target';
import type { Process } from '../core/process/process';
import { whichColumn } from './askColumn';

/**
 * Asks which column has what a table of deals has at least and no heading tells: the titles, or the stages.
 *
 * @param name of the table
 * @param said what the person has said of its columns so far
 * @returns nothing where there is nothing to be asked, or the person thinks better of it
 */
export async function askLacking(
  name: string,
  { problem, couldBe, columns }: TableRefusal,
  said: MappingSaid['columns'],
  { fields }: Process,
): Promise<Pick<MappingSaid, 'columns' | 'stages'> | undefined> {
  const { say } = problem.says;
  const lacks = say === 'tableNotDeals' ? 'title' : say === 'tableNoStage' ? 'stage' : undefined;
  if (!lacks || !couldBe || !columns) return undefined;
  const mapping = { ...couldBe, columns: new Map([...couldBe.columns, ...(said ?? [])]) };
  const asked = columns.map(({ head, samples }) => ({
    head,
    samples,
    becomes: targetName(mapping.columns.get(head) ?? 'nothing'),
  }));
  const column = await whichColumn(
    asked,
    l10n.t('Import {0}', name),
    lacks === 'title'
      ? l10n.t('No heading tells which column has the titles of the deals. Which one does?')
      : l10n.t('No heading tells which column has the stages of the deals. Which one does?'),
  );
  if (!column) return undefined;
  // Not its kind: that follows from the deals, once they can be read.
  const { columns: named, stages } = withColumn(mapping, column.head, lacks, fields);
  return { columns: named, stages };
}

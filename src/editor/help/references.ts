import { Location, Range, type CancellationToken, type Position, type TextDocument } from 'vscode';
import { kindAt } from '../../core/deal/help/fields';
import { nameAt, namedDeals, placesOf, type SharedName } from '../../core/deal/help/names';
import { PROCESS_FILE } from '../../core/process/processFile';
import { findStage } from '../../core/process/process';
import { stageLine } from '../../core/process/stageLine';
import type { PipelineFolder } from '../../files/pipelineFolder';
import { spotIn, type DealFile } from './dealFile';
import { ofEach, rangeOf, textOf } from './textOf';

/** All deals that have the name at a position. */
export async function referencesAt(
  file: DealFile,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const spot = spotIn(file, document, position);
  const shared = spot && nameAt(spot.part, spot.text, document.offsetAt(position));
  return shared && placesIn(file.folder, shared, token);
}

/** From a stage to what the team's process says of it, and from an account to its other deals. */
export async function definitionsAt(
  file: DealFile,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const spot = spotIn(file, document, position);
  if (!spot) return undefined;
  const { folder } = file;
  const { part, text } = spot;
  if (part.kind === 'value' && kindAt(part.path) === 'stage') return stagePlace(folder, part.text);
  const shared = nameAt(part, text, document.offsetAt(position));
  if (shared?.kind !== 'account') return undefined;
  const places = await placesIn(folder, shared, token);
  return places.filter(({ uri }) => uri.toString() !== document.uri.toString());
}

async function placesIn(
  folder: PipelineFolder,
  shared: SharedName,
  token: CancellationToken,
): Promise<Location[]> {
  const deals = namedDeals(folder.pipeline.deals(), shared);
  const places = await ofEach(deals, async ({ path }) => {
    const uri = folder.uriOf(path);
    const read = token.isCancellationRequested ? undefined : await textOf(uri);
    if (!read || 'problem' in read) return [];
    const found = placesOf(read.text, shared, folder.pipeline.process.fields);
    // A name on several lines, or behind an alias: the deal has it, wherever.
    if (!found.length) return [new Location(uri, new Range(0, 0, 0, 0))];
    return found.map(place => new Location(uri, rangeOf(read.text, place)));
  });
  return places.flat();
}

async function stagePlace(folder: PipelineFolder, name: string): Promise<Location[] | undefined> {
  const stage = findStage(folder.pipeline.process, name);
  const uri = folder.uriOf(PROCESS_FILE);
  const read = stage && (await textOf(uri));
  if (!stage || !read || 'problem' in read) return undefined;
  const line = stageLine(read.text, stage);
  return line === undefined ? undefined : [new Location(uri, new Range(line - 1, 0, line - 1, 0))];
}

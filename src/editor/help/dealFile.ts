import { Range, type Position, type TextDocument } from 'vscode';
import { spotAt, type Spot } from '../../core/frontMatter/scan/spot';
import type { PipelineFolder } from '../../files/pipelineFolder';

/** A file of a pipeline that can be a deal. */
export interface DealFile {
  readonly folder: PipelineFolder;
  readonly path: string;
}

/** What stands at a position of a document in its front matter. */
export function spotIn({ folder }: DealFile, document: TextDocument, position: Position): Spot | undefined {
  return spotAt(document.getText(), document.offsetAt(position), folder.pipeline.process.fields);
}

export function rangeIn(
  document: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

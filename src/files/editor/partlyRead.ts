import { env, l10n } from 'vscode';
import type { FilesRead } from '../filesLeft';
import type { PipelineFolder } from '../pipelineFolder';

type Folder = Pick<PipelineFolder, 'filesRead' | 'isLoading' | 'isPartial'>;

/** Whether somebody has stopped the reading of a pipeline, and nobody has gone on with it. */
export function isStopped({ isLoading, isPartial }: Pick<Folder, 'isLoading' | 'isPartial'>): boolean {
  return isPartial && !isLoading;
}

/** How far pipelines are read, together. */
export function readTogether(folders: readonly Pick<Folder, 'filesRead'>[]): FilesRead {
  const all = folders.map(({ filesRead }) => filesRead);
  const ofAll = all.map(({ of }) => of);
  return {
    read: all.reduce((sum, { read }) => sum + read, 0),
    of: ofAll.reduce((sum, of) => (sum === undefined || of === undefined ? undefined : sum + of), 0),
  };
}

/** `3,000 of 10,000 files` */
export function filesReadInWords({ read, of }: FilesRead): string {
  if (of === undefined) return l10n.t('looking for files');
  return l10n.t('{0} of {1} files', read.toLocaleString(env.language), of.toLocaleString(env.language));
}

/** What nobody may overlook where figures and rows are of a part of the files; nothing where they are of all. */
export function partlyRead(folders: readonly Folder[]): string {
  const stopped = folders.filter(isStopped);
  if (!stopped.length) return '';
  const { read, of } = readTogether(stopped);
  if (of === undefined) return l10n.t('Not all files have been read, so deals are missing.');
  return l10n.t(
    'Only {0} of {1} files have been read, so deals are missing.',
    read.toLocaleString(env.language),
    of.toLocaleString(env.language),
  );
}

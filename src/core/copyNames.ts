/** The name of a file as a copy of another one has it. */
export interface CopyName {
  /** The name of the other one. */
  readonly original: string;
  /**
   * How sure it is: only a program that could not decide between two versions writes `conflict`; `copy` may also be a person's
   * word or number, and `number` mostly is.
   */
  readonly kind: 'conflict' | 'copy' | 'number';
}

/** Copy, in the languages of file managers. */
const COPY = String.raw`copy|kopie|copie|copia|cópia|kopia|kopi|копия|コピー|副本`;
const OF = 'of|von|van|de|di|av|af';
/** Conflicted copy, in the languages of sync programs. */
const CONFLICT = [
  ...[
    'conflicted copy',
    'in konflikt stehende kopie',
    'konfliktkopie',
    'copie en conflit',
    'copia en conflicto',
  ],
  ...[
    'copia in conflitto',
    'cópia em conflito',
    'conflicterende kopie',
    'kopia powodująca konflikt',
    'sfconflict',
  ],
].join('|');

/**
 * What programs make of a name; the original's is the first group. Those of Dropbox, Nextcloud and ownCloud, Seafile,
 * Syncthing, Resilio, Synology, OneDrive and git's merge tools; then those of Google Drive, the Explorer, the Finder and the
 * file managers of Linux; then those of iCloud and of note-taking programs.
 */
const NAMES: readonly (readonly [CopyName['kind'], RegExp])[] = [
  [
    'conflict',
    new RegExp(`^(.+?) ?[([][^()[\\]]*(?<!\\p{L})(?:${CONFLICT})(?!\\p{L})[^()[\\]]*[)\\]]$`, 'iu'),
  ],
  ['conflict', /^(.+?) ?[([](?:case )?conflict(?:ed)?(?: [\d :._-]+)?[)\]]$/iu],
  ['conflict', /^(.+?)\.(?:sync-conflict-[\w-]+|conflict(?:ed)?(?:[-.]?\d+)?)$/iu],
  ['conflict', /^(.+?)_conflict-\d{8}-\d{6}$/iu],
  ['conflict', /^(.+?)_[^_]+_\w{3}-\d\d-\d{4,6}-\d{4}_(?:case)?conflict$/iu],
  [
    'conflict',
    /^(.+?)-(?:(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]+|(?:[\w’']+-)?(?:MacBook|iMac|iPhone|iPad)[\w-]*)(?:-\d+)?$/u,
  ],
  ['conflict', /^(.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$/u],
  ['copy', new RegExp(`^(?:${COPY}) (?:${OF}) (.+)$`, 'iu')],
  ['copy', new RegExp(`^(.+?)(?: | ?[-–—] ?)(?:${COPY})(?: ?\\(?\\d+\\)?)?$`, 'iu')],
  ['copy', new RegExp(`^(.+?) \\((?:(?:another |\\d+\\w* )?copy|${COPY})(?: \\d+)?\\)$`, 'iu')],
  ['copy', /^(.+?) ?\(\d{1,3}\)$/u],
  ['number', /^(.+?) \d{1,2}$/u],
];

/** Of which file a name says that it is a copy; `undefined` where it says no such thing. */
export function asCopyName(stem: string): CopyName | undefined {
  for (const [kind, pattern] of NAMES) {
    const original = pattern.exec(stem)?.[1]?.trim();
    if (original) return { original, kind };
  }
  return undefined;
}

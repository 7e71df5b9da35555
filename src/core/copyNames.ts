/** The name of a file as a copy of another one has it. */
export interface CopyName {
  /** The name of the other one. */
  readonly original: string;
  /**
   * How sure it is: only a program that could not decide between two versions writes `conflict`; `copy` may also be a person's
   * word or number, `word` may as well belong to the name of another deal, and `number` mostly does.
   */
  readonly kind: 'conflict' | 'copy' | 'word' | 'number';
}

/** Copy, in the languages of file managers; of some of them with an ending, as in Turkish. */
const COPY = [
  ...[
    'copy',
    'kopie',
    'copie',
    'copia',
    'cópia',
    'kopia',
    'kópia',
    'kopi',
    'kopio',
    'kopya',
    'kopyası',
    'kopyasi',
  ],
  ...['másolat', 'másolata', 'copiere', 'копия', 'копія', 'αντίγραφο', 'salinan', 'bản sao', 'עותק', 'نسخة'],
].join('|');
/** In scripts that put no blanks between words. */
const COPY_JOINED = 'コピー|複製|副本|複本|拷贝|拷貝|复件|複件|복사본|사본';
const OF = 'of|von|van|de|di|do|da|av|af';

const CONFLICT =
  'conflict|conflicted|konflikt|conflit|conflicto|conflitto|conflito|conflictul|конфликт|конфлікт|çakışma|çakışan';
const CONFLICT_JOINED = '競合|충돌|冲突|衝突';
/** Conflicted copy, in the languages of sync programs. */
const CONFLICTED_COPY = [
  ...['conflicted copy', 'conflicting copy', 'conflict copy', 'in konflikt stehende kopie', 'konfliktkopie'],
  ...[
    'copie en conflit',
    'copie conflictuelle',
    'copia en conflicto',
    'copia conflictiva',
    'copia in conflitto',
  ],
  ...['cópia em conflito', 'cópia conflitante', 'conflicterende kopie', 'kopia powodująca konflikt'],
  ...['konfliktkopia', 'konfliktkopi', 'motstridende kopi', 'конфликтующая копия', 'конфліктна копія'],
  ...[
    'çakışan kopya',
    'çakışan kopyası',
    'çakışma kopyası',
    'salinan konflik',
    'bản sao xung đột',
    'sfconflict',
  ],
].join('|');
const CONFLICTED_COPY_JOINED =
  '競合(?:する|した)?コピー|충돌(?:된|하는|한)? ?(?:사본|복사본)|(?:冲突|衝突)的?(?:副本|複本|文件|檔案)';

const NUMBER = String.raw`(?: ?[(（]?\d{1,3}[)）]?|[-_]\d{1,3})?`;
const DEVICE =
  'macbook|imac|iphone|ipad|laptop|desktop|notebook|thinkpad|surface|workstation|mbp|mba|macmini|mac|pc|phone|android|pixel|galaxy';

/**
 * What programs make of a name; the original's is the first group. Those of Dropbox, Nextcloud and ownCloud, Seafile,
 * Syncthing, Resilio, Synology, Insync, OneDrive and git's merge tools; then those of Google Drive, the Explorer, the Finder and the
 * file managers of Linux; then those of editors that keep what was there before, of iCloud and of note-taking programs.
 */
const NAMES: readonly (readonly [CopyName['kind'], RegExp])[] = [
  [
    'conflict',
    new RegExp(
      `^(.+?) ?[([（][^()[\\]（）]*(?:(?<!\\p{L})(?:${CONFLICTED_COPY})(?!\\p{L})|${CONFLICTED_COPY_JOINED})[^()[\\]（）]*[)\\]）]$`,
      'iu',
    ),
  ],
  [
    'conflict',
    new RegExp(
      `^(.+?)(?: ?[-–—_.] ?| )(?:(?:${CONFLICTED_COPY})|${CONFLICTED_COPY_JOINED})(?: ?[\\d :._()-]+)?$`,
      'iu',
    ),
  ],
  [
    'conflict',
    new RegExp(`^(.+?) ?[([（](?:case )?(?:${CONFLICT}|${CONFLICT_JOINED})(?: ?[\\d :._-]+)?[)\\]）]$`, 'iu'),
  ],
  ['conflict', /^(.+?)\.(?:sync-conflict-[\w-]+|conflict(?:ed)?(?:[-.]?\d+)?)$/iu],
  ['conflict', /^(.+?)_conflict-\d{8}-\d{6}$/iu],
  ['conflict', /^(.+?)_conf(?:lict)? ?\(\d+\)$/iu],
  ['conflict', /^(.+?)_[^_]+_\w{3}-\d\d-\d{4,6}-\d{4}_(?:case)?conflict$/iu],
  [
    'conflict',
    /^(.+?)-(?:(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]+|(?:[\w’']+-)?(?:MacBook|iMac|iPhone|iPad)[\w-]*)(?:-\d+)?$/u,
  ],
  ['conflict', /^(.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$/u],
  ['copy', new RegExp(`^(.+?)(?: ?[-–—_] ?)(?:${CONFLICT}|${CONFLICT_JOINED})${NUMBER}$`, 'iu')],
  ['copy', new RegExp(`^(?:${COPY})(?: ?\\(\\d+\\))? (?:${OF}) (.+)$`, 'iu')],
  ['copy', new RegExp(`^(?:${COPY_JOINED}) ?[～~-]? ?(.+)$`, 'iu')],
  ['copy', new RegExp(`^(.+?)(?: | ?[-–—_.] ?)(?:${COPY})${NUMBER}$`, 'iu')],
  ['copy', new RegExp(`^(.+?)(?: ?[-–—_] ?| |(?:の|的|의) ?)?(?:${COPY_JOINED})${NUMBER}$`, 'iu')],
  [
    'copy',
    new RegExp(`^(.+?) ?[(（](?:(?:another |\\d+\\w* )?copy|${COPY}|${COPY_JOINED})(?: \\d+)?[)）]$`, 'iu'),
  ],
  ['copy', /^(.+?) ?[(（]\d{1,3}[)）]$/u],
  ['copy', /^(.+?)~\d*$/u],
  ['copy', /^(.+?)\.(?:bak|old|orig|save|backup)\d*$/iu],
  ['word', /^(.+?)(?: ?[-–—_] ?| )(?:old|bak|backup|orig)\d*$/iu],
  ['word', /^(.+?) ?[(（](?:old|bak|backup|orig(?:inal)?)[)）]$/iu],
  ['number', /^(.+?) \d{1,2}$/u],
];

/** `-dana-macbook`, `-DANA-PC`, `-Dana’s MacBook Air`: the name of a computer has parts of its own. */
const COMPUTER = new RegExp(
  `^(?:[\\p{L}\\p{N}’']+[- ]){0,3}(?:${DEVICE})(?:[- ](?:pro|air|mini|max|\\p{N}+)){0,2}(?:-\\d+)?$`,
  'iu',
);

/** Copies of copies of copies are the last ones that are looked for. */
const DEEPEST = 3;

/**
 * Of which files a name says that it is a copy, the likeliest first: of a copy of a copy both, since the first may be gone.
 * Each is as sure as the least sure of what leads there.
 */
export function asCopyNames(stem: string): readonly CopyName[] {
  const found = new Map<string, CopyName>();
  let stems: readonly CopyName[] = [{ original: stem, kind: 'conflict' }];
  for (let depth = 0; depth < DEEPEST && stems.length; depth++) {
    const next = stems.flatMap(({ original, kind }) =>
      stepsFrom(original).map(step => ({ ...step, kind: lessSure(step.kind, kind) })),
    );
    stems = next.filter(({ original }) => !found.has(original));
    for (const one of stems) found.set(one.original, found.get(one.original) ?? one);
  }
  return [...found.values()];
}

function stepsFrom(stem: string): CopyName[] {
  for (const [kind, pattern] of NAMES) {
    const original = pattern.exec(stem)?.[1]?.trim();
    if (original) return [{ original, kind }];
  }
  const dashes = [...stem.matchAll(/-/g)].map(({ index }) => index).reverse();
  return dashes
    .filter(at => at > 0 && COMPUTER.test(stem.slice(at + 1)))
    .map(at => ({ original: stem.slice(0, at).trim(), kind: 'word' }));
}

const SURENESS: readonly CopyName['kind'][] = ['number', 'word', 'copy', 'conflict'];

function lessSure(one: CopyName['kind'], other: CopyName['kind']): CopyName['kind'] {
  return SURENESS.indexOf(one) < SURENESS.indexOf(other) ? one : other;
}

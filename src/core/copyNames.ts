/**
 * What programs make of a name when they copy a file, or cannot decide between two versions of it; the name is the first group.
 * Those of Dropbox and Nextcloud, Syncthing, OneDrive, git's merge tools, Google Drive; of the Explorer, the Finder and
 * the file managers of Linux, in some languages.
 */
const COPIES: readonly RegExp[] = [
  /^(.+?) ?[([][^()[\]]*\b(?:conflicted copy|case conflict|conflict|in konflikt stehende kopie|copie en conflit|copia en conflicto)\b[^()[\]]*[)\]]$/iu,
  /^(.+?)\.(?:sync-conflict-[\w-]+|conflict(?:ed)?(?:[-.]?\d+)?)$/iu,
  /^(.+?)-(?:(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]+|(?:[\w’']+-)?(?:MacBook|iMac|iPhone|iPad)[\w-]*)(?:-\d+)?$/u,
  /^(.+?)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$/u,
  /^(?:copy|kopie|copie|copia|cópia) (?:of|von|de|di) (.+)$/iu,
  /^(.+?)(?: | ?[-–] ?)(?:copy|kopie|copie|copia|cópia)(?: ?\(?\d+\)?)?$/iu,
  /^(.+?) \((?:(?:another |\d+\w* )?copy|kopie|copie|copia|cópia)(?: \d+)?\)$/iu,
  /^(.+?) ?\(\d{1,3}\)$/u,
];

/** The name without its end of which another one is that of a copy; `undefined` where it is none. */
export function originalOf(stem: string): string | undefined {
  for (const pattern of COPIES) {
    const original = pattern.exec(stem)?.[1]?.trim();
    if (original) return original;
  }
  return undefined;
}

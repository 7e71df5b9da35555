import { l10n } from 'vscode';

/** A sentence of why nothing is shown, where the view has other pipelines beside that one. */
export const LACKS = {
  untrusted: l10n.t('not in a trusted workspace'),
  noGit: l10n.t('not in git'),
} as const;

import { l10n } from 'vscode';
import { askName } from './askName';

/** Asks once; the answer is kept in the setting. */
export function askWhoIAm(owners: readonly string[]): Promise<string | undefined> {
  return askName(owners, {
    title: l10n.t('Who Are You?'),
    prompt: l10n.t('Your name as deals have it in “owner”. It is kept in your settings.'),
    hint: l10n.t('Enter your name as deals have it in “owner”.'),
    other: l10n.t('Someone else…'),
    isRisky: true,
  });
}

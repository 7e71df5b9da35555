import { DocumentLink, l10n, Uri, type TextDocument } from 'vscode';
import { kindAt } from '../../core/deal/help/fields';
import { mailPath, telPath } from '../../core/deal/reachContact';
import type { KeyOrValue } from '../../core/frontMatter/scan/part';
import { partsOf } from '../../core/frontMatter/scan/spot';
import { COMMANDS } from '../../ids';
import { rangeIn, type DealFile } from './dealFile';

/** From the e-mail addresses and phone numbers of contacts to whatever writes and calls, and from an account to its deals. */
export function linksIn({ folder }: DealFile, document: TextDocument): DocumentLink[] {
  return partsOf(document.getText(), folder.pipeline.process.fields).flatMap(
    part => linkAt(part, document) ?? [],
  );
}

function linkAt(part: KeyOrValue, document: TextDocument): DocumentLink | undefined {
  const { kind, path, quote, start, end } = part;
  const text = part.text.trim();
  const what = kind === 'value' && quote !== '|' ? kindAt(path) : undefined;
  const link = (target: Uri, tooltip: string) => {
    const inner = { start: start + quote.length, end: end - quote.length };
    const made = new DocumentLink(rangeIn(document, inner), target);
    made.tooltip = tooltip;
    return made;
  };
  // A contact may be an address alone.
  const mail = what === 'email' || what === 'contact' ? mailPath(text) : undefined;
  if (mail) return link(Uri.from({ scheme: 'mailto', path: mail }), l10n.t('Write an email'));
  const phone = what === 'phone' ? telPath(text) : undefined;
  if (phone) return link(Uri.from({ scheme: 'tel', path: phone }), l10n.t('Call'));
  if (what === 'account' && text) {
    const target = Uri.from({ scheme: 'command', path: COMMANDS.findDeal, query: JSON.stringify([text]) });
    return link(target, l10n.t('Find this account’s deals'));
  }
  return undefined;
}

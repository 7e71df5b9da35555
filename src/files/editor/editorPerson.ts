import { workspace, type Disposable } from 'vscode';
import type { Address } from '../../actions/address';
import type { Git } from '../../actions/ports/git';
import type { Person } from '../../actions/ports/person';
import type { KnownPerson } from '../../core/deal/whoIAm';
import { SETTINGS } from '../../ids';
import { toUri } from './addresses';

/**
 * Whoever sits at the editor: as they have set it, else as git knows them, where it may be asked. Git is asked once for each
 * folder, and again when a setting has changed: a filter by owner wants to know it at each change.
 */
export class EditorPerson implements Person, Disposable {
  private readonly known = new Map<string, Promise<KnownPerson>>();
  private readonly listening = workspace.onDidChangeConfiguration(() => this.known.clear());

  constructor(private readonly git: Pick<Git, 'committerIn'>) {}

  dispose(): void {
    this.listening.dispose();
  }

  async knownIn(folder: Address): Promise<KnownPerson> {
    const owner = workspace.getConfiguration(SETTINGS.section).get<string>(SETTINGS.me, '').trim();
    if (owner) return { owner };
    const uri = toUri(folder);
    if (!workspace.isTrusted || uri.scheme !== 'file') return {};
    const key = uri.toString();
    const known = this.known.get(key) ?? this.git.committerIn(folder);
    this.known.set(key, known);
    return known;
  }
}

import { workspace } from 'vscode';
import type { Address } from '../../actions/address';
import type { Git } from '../../actions/ports/git';
import type { Person } from '../../actions/ports/person';
import type { KnownPerson } from '../../core/deal/whoIAm';
import { SETTINGS } from '../../ids';
import { toUri } from './addresses';

/** Whoever sits at the editor: as they have set it, else as git knows them, where it may be asked. */
export class EditorPerson implements Person {
  constructor(private readonly git: Pick<Git, 'committerIn'>) {}

  async knownIn(folder: Address): Promise<KnownPerson> {
    const owner = workspace.getConfiguration(SETTINGS.section).get<string>(SETTINGS.me, '').trim();
    if (owner) return { owner };
    return workspace.isTrusted && toUri(folder).scheme === 'file' ? this.git.committerIn(folder) : {};
  }
}

import { l10n, window } from 'vscode';
import { withoutLinks } from '../core/escape';

/** One import at a time: two would each make the deals that the other is just making. */
export class OneImport {
  private name: string | undefined;

  /** Imports a file, unless another one is being imported, which is told. */
  async run(name: string, work: () => Promise<void>): Promise<void> {
    if (this.name !== undefined) {
      const message = l10n.t('Finish or cancel the import of {0} first.', this.name);
      void window.showInformationMessage(withoutLinks(message));
      return;
    }
    this.name = name;
    try {
      await work();
    } finally {
      this.name = undefined;
    }
  }
}

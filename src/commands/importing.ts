import { l10n, ProgressLocation, window } from 'vscode';
import type { Progress } from '../actions/imports/importDeals';

/** Shows how an import goes on, with Cancel. */
export function importing<T>(name: string, run: (progress: Progress) => Promise<T>): Thenable<T> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Importing {0}', name),
    cancellable: true,
  };
  return window.withProgress(options, (shown, token) => {
    let before = 0;
    const isCancelled = () => token.isCancellationRequested;
    const done = (deals: number, of: number) => {
      shown.report({ message: l10n.t('{0} of {1}', deals, of), increment: (100 * (deals - before)) / of });
      before = deals;
    };
    return run({ isCancelled, done });
  });
}

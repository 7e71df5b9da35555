import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import { Diagnostics } from './diagnostics';
import { registerDropLinks } from './dropLinks';
import { registerHelp } from './help/register';
import { registerQuickFixes } from './quickFixes';

/** What is wrong with deal files and with `sales-process.yaml`, and the ways out; links to deals that are dropped; and help. */
export function registerEditor(pipelines: Pipelines): Disposables {
  const disposables = new Disposables();
  const diagnostics = disposables.add(new Diagnostics(pipelines));
  disposables.add(registerDropLinks());
  disposables.add(registerQuickFixes(pipelines, diagnostics));
  disposables.add(registerHelp(pipelines));
  return disposables;
}

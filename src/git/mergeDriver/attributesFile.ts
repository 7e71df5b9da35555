import { CALLS_FILE } from '../../core/calls/callsFileName';
import { DRIVER } from './driverLine';

/** The lines that have deals and forecast calls merged by us, in the folder of a pipeline and all below. */
export const OUR_LINES = [`*.md merge=${DRIVER}`, `${CALLS_FILE} merge=${DRIVER}`] as const;

/** With those of our lines at the end, where the last word counts. Line ends stay as they are. */
export function withLines(text: string, lines: readonly string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text && !text.endsWith('\n') ? end : ''}${lines.map(line => line + end).join('')}`;
}

/** Without our lines; all else to the byte. */
export function withoutOurLines(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter(line => !OUR_LINES.some(own => own === line.trim()))
    .join('');
}

/** Whether a file of attributes has the line of ours that each set-up has written. */
export function hasOurLine(text: string): boolean {
  return text.split('\n').some(line => line.trim() === OUR_LINES[0]);
}

/** Whether a file of attributes names our driver, on a line of ours or of a person's. */
export function namesOurDriver(text: string): boolean {
  return text
    .split('\n')
    .some(line => !/^\s*#/.test(line) && line.trim().split(/\s+/).slice(1).includes(`merge=${DRIVER}`));
}

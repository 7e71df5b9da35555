import { DRIVER } from './driverLine';

/** The line that has deals merged by us, in the folder of a pipeline and all below. */
export const OUR_LINE = `*.md merge=${DRIVER}`;

/** With our line at the end, where the last word counts. Line ends stay as they are. */
export function withOurLine(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text && !text.endsWith('\n') ? end : ''}${OUR_LINE}${end}`;
}

/** Without our line; all else to the byte. */
export function withoutOurLine(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter(line => line.trim() !== OUR_LINE)
    .join('');
}

/** Whether a file of attributes names our driver, on a line of ours or of a person's. */
export function namesOurDriver(text: string): boolean {
  return text
    .split('\n')
    .some(line => !/^\s*#/.test(line) && line.trim().split(/\s+/).slice(1).includes(`merge=${DRIVER}`));
}

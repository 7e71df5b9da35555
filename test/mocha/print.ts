import { format } from 'node:util';

/**
 * Writes lines for the person at the terminal. VS Code logs a lot of its own in between, so the launcher asks, in
 * `DEAL_NOTES_TEST_MARK`, for a mark to know these by.
 */
export function print(...values: unknown[]): void {
  const mark = process.env.DEAL_NOTES_TEST_MARK ?? '';
  console.log(format(...values).replace(/^/gm, mark));
}

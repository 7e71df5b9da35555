import type { Data } from '../frontMatter/parse';

/** The lines of a history, in their places; nothing where one has no keys. */
export function historyOf(data: Data): readonly (Data | undefined)[] {
  const history = Array.isArray(data['history']) ? (data['history'] as unknown[]) : [];
  return history.map(line =>
    typeof line === 'object' && line !== null && !Array.isArray(line) ? (line as Data) : undefined,
  );
}

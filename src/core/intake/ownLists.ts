/** A list in a cell, as JSON has it; empty where there is none. Never throws. */
export function parsedList(cell: string | undefined): readonly unknown[] {
  if (!cell?.startsWith('[')) return [];
  try {
    const read: unknown = JSON.parse(cell);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

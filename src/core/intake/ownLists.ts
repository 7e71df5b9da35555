/** A list in a cell, as JSON has it; empty where there is none. Never throws. */
export function parsedList(cell: string | undefined): readonly unknown[] {
  return listIn(cell) ?? [];
}

/** The same; nothing where the cell is no list. */
export function listIn(cell: string | undefined): readonly unknown[] | undefined {
  if (!cell?.startsWith('[')) return undefined;
  try {
    const read: unknown = JSON.parse(cell);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

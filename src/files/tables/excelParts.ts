import { textIn } from './zip';

/** Cells that are one to the eye: the first column of them, and its rows, all from 0. */
export interface MergedCells {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** What an Excel file says of its sheets beside their cells, which the package that reads these leaves out. Sheets count from 0, in the order of the workbook. */
export class ExcelParts {
  private readonly sheets: readonly { readonly isHidden: boolean; readonly path: string }[];

  constructor(private readonly file: Uint8Array) {
    const relations = textIn(file, 'xl/_rels/workbook.xml.rels');
    const paths = new Map(
      tagsIn(relations, 'relationship').map(({ Id = '', Target = '' }) => [Id, pathOf(Target)]),
    );
    this.sheets = tagsIn(textIn(file, 'xl/workbook.xml'), 'sheet')
      .filter(({ name }) => name)
      .map(({ state, id = '' }) => ({ isHidden: /hidden/i.test(state ?? ''), path: paths.get(id) ?? '' }));
  }

  /** Whether Excel doesn't show a sheet. */
  isHidden(sheet: number): boolean {
    return this.sheets[sheet]?.isHidden === true;
  }

  /** Cells that were merged over several rows. */
  mergedIn(sheet: number): readonly MergedCells[] {
    const text = textIn(this.file, this.sheets[sheet]?.path ?? '');
    return tagsIn(text, 'mergeCell').flatMap(({ ref = '' }) => {
      const [, letters, top, bottom] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
      return letters && top !== bottom
        ? [{ column: columnOf(letters), top: Number(top) - 1, bottom: Number(bottom) - 1 }]
        : [];
    });
  }
}

/** The attributes of each tag of a name, without their prefixes. Those that are looked for have no signs that XML would escape. */
function tagsIn(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'gi'));
  return [...tags].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, a, b]) => [
        key,
        a ?? b ?? '',
      ]),
    ),
  );
}

/** Where in the zip file a part is that the workbook names: from its own folder, or from the first one. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** `A` is 0, `AA` is 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell as Excel writes it: `<c r="A1"…>`. */
export type ExcelCell = string | { readonly xml: string };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * A sheet of rows: texts, or the XML of a cell after its address.
 *
 * @param merged cells that are one, such as `A2:A4`
 */
export function sheetOf(rows: readonly (readonly ExcelCell[])[], merged: readonly string[] = []): string {
  const cell = (one: ExcelCell, at: string) =>
    typeof one === 'string'
      ? `<c r="${at}" t="inlineStr"><is><t>${escaped(one)}</t></is></c>`
      : one.xml.replace('<c', `<c r="${at}"`);
  const lines = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((one, x) => cell(one, `${String.fromCharCode(65 + x)}${y + 1}`)).join('')}</row>`,
  );
  const merges = merged.length
    ? `<mergeCells>${merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : '';
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData>${merges}</worksheet>`;
}

export const number = (value: string): ExcelCell => ({ xml: `<c><v>${value}</v></c>` });
/** In the second style, which is a day's. */
export const day = (serial: string): ExcelCell => ({ xml: `<c s="1"><v>${serial}</v></c>` });
export const formula = (words: string, value: string): ExcelCell => ({
  xml: `<c t="str"><f>${escaped(words)}</f><v>${escaped(value)}</v></c>`,
});

/**
 * An Excel file with these sheets, and other files beside them.
 *
 * @param hidden the places of sheets that Excel doesn't show
 */
export function excelOf(
  sheets: readonly string[],
  others: Readonly<Record<string, string>> = {},
  workbook = '',
  hidden: readonly number[] = [],
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const names = sheets.map((_, at) => `sheet${at + 1}`);
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}">${workbook}<sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${hidden.includes(at) ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (name, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/${name}.xml"/>`,
      )
      .join('')}<Relationship Id="rId99" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet])),
    ...others,
  });
}

/** A zip file in which nothing is packed. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, name, bytes);
    list.push(entry, name);
    at += head.length + name.length + bytes.length;
  }
  const count = Object.keys(files).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...list, end]));
}

/** The same file, of which the list says that one of its files takes so many bytes. */
export function claiming(zip: Uint8Array, bytes: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(bytes, copy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
  return new Uint8Array(copy);
}

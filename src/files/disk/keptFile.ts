import { crc32 } from 'node:zlib';
import type { Entry } from '../../core/deal/entry';
import { GROUP_IDS, groupOf, type LateEntry } from '../../core/pipeline/pipeline';
import { turn } from '../turn';
import type { Stamp } from './disk';
import { NotPlain, Packer, Unpacker, type Packed, type Shapes } from './packed';

/** How many files are taken into what is written before others have a turn. */
const PORTION = 64;

/** How many bytes the first line takes: by which sum what comes behind it, up to the texts, is known to be whole, and how long that is. */
const FIRST_LINE = 32;

/** What stands before the columns. */
interface Description {
  /** Of what the entries depend on besides the files. */
  readonly key: string;
  readonly shapes: Shapes;
  readonly count: number;
  /** How many bytes the paths take. */
  readonly paths: number;
}

/** A file that was read just now. */
export interface Fresh {
  readonly path: string;
  readonly stamp: Stamp;
  readonly entry: Entry;
}

/**
 * What was read of many files, in one. Their stamps stand in columns, so that ten thousand are at hand at once, and behind these a
 * text for each file, of which its entry is made when somebody asks for it.
 */
export class KeptFile {
  private readonly unpacker: Unpacker;

  private constructor(
    readonly paths: readonly string[],
    readonly shapes: Shapes,
    readonly columns: Columns,
    private readonly texts: Buffer,
    private readonly readAnew: (path: string) => Entry,
  ) {
    this.unpacker = new Unpacker(shapes);
  }

  /**
   * @param readAnew reads what of it turns out to be torn
   * @returns nothing where it isn't as it was written, or was written for another key
   */
  static read(
    bytes: Buffer | undefined,
    key: string,
    readAnew: (path: string) => Entry,
  ): KeptFile | undefined {
    const [, sum, length] = /^(\d+) (\d+) *\n$/.exec(bytes?.toString('latin1', 0, FIRST_LINE) ?? '') ?? [];
    if (!bytes || sum === undefined) return undefined;
    const textsAt = FIRST_LINE + Number(length);
    const rest = bytes.subarray(FIRST_LINE, textsAt);
    if (crc32(rest) !== Number(sum)) return undefined;
    const headEnd = rest.indexOf('\n') + 1;
    const head = JSON.parse(rest.toString('utf8', 0, headEnd)) as Description;
    if (head.key !== key) return undefined;
    const columns = new Columns(head.count);
    const pathsAt = headEnd + columns.bytes.length;
    columns.bytes.set(rest.subarray(headEnd, pathsAt));
    const paths = rest.toString('utf8', pathsAt).split('\0');
    return new KeptFile(paths, head.shapes, columns, bytes.subarray(textsAt), readAnew);
  }

  /** Whether a file is surely as it was. */
  isSame(at: number, { size, mtimeMs, ctimeMs }: Stamp): boolean {
    const { sizes, mtimes, ctimes } = this.columns;
    return sizes[at] === size && mtimes[at] === mtimeMs && ctimes[at] === ctimeMs;
  }

  entry(at: number): LateEntry {
    return new LookedUp(this, at);
  }

  /** What was read of a file. */
  look(at: number): Entry {
    const text = this.textOf(at);
    if (!text) return this.readAnew(this.paths[at]!);
    return this.unpacker.unpack(JSON.parse(text.toString('utf8')) as Packed) as Entry;
  }

  /** Nothing where it is torn. */
  textOf(at: number): Buffer | undefined {
    const { ends, sums } = this.columns;
    const text = this.texts.subarray(ends[at - 1] ?? 0, ends[at]);
    return crc32(text) === sums[at] ? text : undefined;
  }
}

/** One of its entries: there are many at once. */
class LookedUp implements LateEntry {
  readonly path: string;

  constructor(
    private readonly file: KeptFile,
    private readonly at: number,
  ) {
    this.path = file.paths[at]!;
  }

  get group() {
    return GROUP_IDS[this.file.columns.groups[this.at]!];
  }

  look(): Entry {
    return this.file.look(this.at);
  }
}

/**
 * Of each file its stamp, where its text ends and the sum by which it is known to be whole, and its group by its place among
 * them; one that has none has a higher number.
 */
class Columns {
  readonly bytes: Uint8Array;
  readonly sizes: Float64Array;
  readonly mtimes: Float64Array;
  readonly ctimes: Float64Array;
  readonly ends: Uint32Array;
  readonly sums: Uint32Array;
  readonly groups: Uint8Array;

  constructor(count: number) {
    const all = new ArrayBuffer(count * 33);
    this.bytes = new Uint8Array(all);
    this.sizes = new Float64Array(all, 0, count);
    this.mtimes = new Float64Array(all, count * 8, count);
    this.ctimes = new Float64Array(all, count * 16, count);
    this.ends = new Uint32Array(all, count * 24, count);
    this.sums = new Uint32Array(all, count * 28, count);
    this.groups = new Uint8Array(all, count * 32, count);
  }
}

/** As it is written. */
interface Row extends Stamp {
  readonly path: string;
  readonly group: number;
  /** Where its text ends, and the sum of that. */
  readonly end: number;
  readonly sum: number;
}

/** How many bytes of texts are in one piece of memory, if none is longer. */
const PIECE = 2 ** 20;

/**
 * The texts, one behind the other in a few pieces of memory: thousands would take as long as what they say, and a single one would be
 * copied each time that it's full.
 */
class Texts {
  private readonly full: Uint8Array[] = [];
  /** How many bytes are in these. */
  private before = 0;
  private piece = Buffer.allocUnsafeSlow(PIECE);
  private end = 0;

  /** Answers where it ends among all, and its sum. */
  add(text: string | Uint8Array): Pick<Row, 'end' | 'sum'> {
    const isText = typeof text === 'string';
    // No sign takes more than three bytes for each of its units.
    this.makeRoom(isText ? text.length * 3 : text.length);
    const start = this.end;
    if (isText) this.end += this.piece.write(text, start);
    else {
      this.piece.set(text, start);
      this.end += text.length;
    }
    return { end: this.before + this.end, sum: crc32(this.piece.subarray(start, this.end)) };
  }

  get all(): readonly Uint8Array[] {
    return [...this.full, this.piece.subarray(0, this.end)];
  }

  private makeRoom(length: number): void {
    if (this.end + length <= this.piece.length) return;
    this.full.push(this.piece.subarray(0, this.end));
    this.before += this.end;
    this.piece = Buffer.allocUnsafeSlow(Math.max(PIECE, length));
    this.end = 0;
  }
}

/**
 * The bytes of such a file, in parts. An entry that would not be read as it is isn't in it.
 *
 * @param files what was read just now, and what was kept before by its number there
 */
export async function keptBytes(
  key: string,
  files: readonly (Fresh | number)[],
  before: KeptFile | undefined,
): Promise<readonly Uint8Array[]> {
  const packer = new Packer(before?.shapes ?? []);
  const rows: Row[] = [];
  const texts = new Texts();
  for (const [number, file] of files.entries()) {
    if (number % PORTION === 0) await turn();
    const row = typeof file === 'number' ? rowOf(texts, before!, file) : freshRow(texts, packer, file);
    if (row) rows.push(row);
  }
  const columns = new Columns(rows.length);
  for (const [at, row] of rows.entries()) {
    if (at % (PORTION * 16) === 0) await turn();
    columns.sizes[at] = row.size;
    columns.mtimes[at] = row.mtimeMs;
    columns.ctimes[at] = row.ctimeMs;
    columns.ends[at] = row.end;
    columns.sums[at] = row.sum;
    columns.groups[at] = row.group;
  }
  await turn();
  const paths = Buffer.from(rows.map(({ path }) => path).join('\0'));
  const head: Description = { key, shapes: packer.shapes, count: rows.length, paths: paths.length };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), columns.bytes, paths]);
  const first = `${crc32(rest)} ${rest.length}`.padEnd(FIRST_LINE - 1, ' ');
  return [Buffer.from(`${first}\n`), rest, ...texts.all];
}

function rowOf(texts: Texts, file: KeptFile, at: number): Row | undefined {
  const text = file.textOf(at);
  if (!text) return undefined;
  const { sizes, mtimes, ctimes, groups } = file.columns;
  const stamp = { size: sizes[at]!, mtimeMs: mtimes[at]!, ctimeMs: ctimes[at]! };
  return { ...stamp, path: file.paths[at]!, group: groups[at]!, ...texts.add(text) };
}

function freshRow(texts: Texts, packer: Packer, { path, stamp, entry }: Fresh): Row | undefined {
  try {
    const text = JSON.stringify(packer.pack(entry));
    const group = groupOf(entry);
    const number = group ? GROUP_IDS.indexOf(group) : GROUP_IDS.length;
    return { ...stamp, path, group: number, ...texts.add(text) };
  } catch (cause) {
    if (cause instanceof NotPlain) return undefined;
    throw cause;
  }
}

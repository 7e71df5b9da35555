/** Data as JSON keeps it shortest: of an object only its values, behind the number of the list that has its keys. */
export type Packed = string | number | boolean | null | readonly Packed[];

/** The keys of the objects that were packed, a list for all that have the same in the same order. */
export type Shapes = string[][];

/** More kinds of objects than our data has: whatever has that many is no longer worth packing. */
const MOST_SHAPES = 2000;
/** Stands where the number of the keys would: a list. */
const LIST = -1;

/** Something is no plain data, or JSON would not give it back as it is. */
export class NotPlain extends Error {}

/** Packs data; that of one packer is unpacked by its `shapes`. */
export class Packer {
  private readonly numbers: Map<string, number>;

  /** @param shapes is added to */
  constructor(readonly shapes: Shapes) {
    this.numbers = new Map(shapes.map((keys, at) => [keys.join('\0'), at]));
  }

  /** @throws NotPlain */
  pack(value: unknown): Packed {
    if (value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
    if (Array.isArray(value)) return [LIST, ...value.map(item => this.pack(item))];
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      throw new NotPlain();
    return [this.shapeOf(Object.keys(value)), ...Object.values(value).map(item => this.pack(item))];
  }

  private shapeOf(keys: string[]): number {
    const name = keys.join('\0');
    const known = this.numbers.get(name);
    if (known !== undefined && this.shapes[known]!.length === keys.length) return known;
    const isOdd = keys.some(key => key === '__proto__' || key.includes('\0'));
    if (isOdd || this.shapes.length === MOST_SHAPES) throw new NotPlain();
    this.numbers.set(name, this.shapes.length);
    return this.shapes.push(keys) - 1;
  }
}

/** What was packed, as it was. */
export function unpack(packed: Packed, shapes: Shapes): unknown {
  if (packed === null) return undefined;
  if (typeof packed !== 'object') return packed;
  const shape = packed[0] as number;
  if (shape === LIST) return packed.slice(1).map(item => unpack(item, shapes));
  const made: Record<string, unknown> = {};
  const keys = shapes[shape]!;
  for (let at = 0; at < keys.length; at++) made[keys[at]!] = unpack(packed[at + 1]!, shapes);
  return made;
}

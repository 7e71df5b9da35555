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
  /** By the first key and how many there are: the list that such an object had the last time, which nearly all have again. */
  private readonly last = new Map<string | undefined, number[]>();

  /** @param shapes is added to */
  constructor(readonly shapes: Shapes) {
    this.numbers = new Map(shapes.map((keys, at) => [keys.join('\0'), at]));
  }

  /** @throws NotPlain */
  pack(value: unknown): Packed {
    if (value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
    if (Array.isArray(value)) {
      const items: Packed[] = [LIST];
      for (const item of value as readonly unknown[]) items.push(this.pack(item));
      return items;
    }
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      throw new NotPlain();
    const keys = Object.keys(value);
    const packed: Packed[] = [this.shapeOf(keys)];
    for (const key of keys) packed.push(this.pack((value as Readonly<Record<string, unknown>>)[key]));
    return packed;
  }

  private shapeOf(keys: string[]): number {
    const alike = this.last.get(keys[0]) ?? [];
    const guess = alike[keys.length];
    if (guess !== undefined && areSame(this.shapes[guess]!, keys)) return guess;
    const shape = this.lookUp(keys);
    alike[keys.length] = shape;
    this.last.set(keys[0], alike);
    return shape;
  }

  private lookUp(keys: string[]): number {
    const name = keys.join('\0');
    const known = this.numbers.get(name);
    if (known !== undefined && this.shapes[known]!.length === keys.length) return known;
    const isOdd = keys.some(key => key === '__proto__' || key.includes('\0'));
    if (isOdd || this.shapes.length === MOST_SHAPES) throw new NotPlain();
    this.numbers.set(name, this.shapes.length);
    return this.shapes.push(keys) - 1;
  }
}

/** Of two lists that are as long. */
function areSame(some: readonly string[], others: readonly string[]): boolean {
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

/** Gives back what was packed, as it was. */
export class Unpacker {
  /** Of each list of keys an object that has them. */
  private readonly models: Record<string, null>[] = [];

  /** @param shapes those of the packer, which may add to them meanwhile */
  constructor(private readonly shapes: Shapes) {}

  unpack(packed: Packed): unknown {
    if (packed === null) return undefined;
    if (typeof packed !== 'object') return packed;
    const shape = packed[0] as number;
    if (shape === LIST) return this.items(packed);
    const made: Record<string, unknown> = this.objectOf(shape);
    const keys = this.shapes[shape]!;
    for (let at = 0; at < keys.length; at++) made[keys[at]!] = this.unpack(packed[at + 1]!);
    return made;
  }

  private items(packed: readonly Packed[]): unknown[] {
    const items: unknown[] = [];
    for (let at = 1; at < packed.length; at++) items.push(this.unpack(packed[at]!));
    return items;
  }

  /**
   * With all its keys at once, as a copy: an engine keeps the values of such an object side by side, where it makes a table of one
   * that gets more than a dozen keys one by one.
   */
  private objectOf(shape: number): Record<string, null> {
    const model = (this.models[shape] ??= modelOf(this.shapes[shape]!));
    return { ...model };
  }
}

/** An object of these keys, side by side as JSON is read: copies of it are like it. */
function modelOf(keys: readonly string[]): Record<string, null> {
  const members = keys.map(key => `${JSON.stringify(key)}:null`);
  return JSON.parse(`{${members.join(',')}}`) as Record<string, null>;
}

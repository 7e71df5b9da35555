import { LOST } from '../../core/intake/lost';

const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes the sign at a place takes; 0 where none of UTF-8 begins there. Source: the Unicode Standard, table 3-7. */
export function signAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = lengthOf(first);
  if (!length || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const [lowest, highest] = secondOf(first);
  if (second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + length; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0;
  return length;
}

function lengthOf(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function secondOf(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return [0x80, first === 0xf4 ? 0x8f : 0xbf];
}

/** The same bytes in pieces that no sign of UTF-8 is cut by. */
export async function* inWholeSigns(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes = held.length ? joined(held, chunk) : chunk;
    const end = bytes.length - begunIn(bytes);
    held = bytes.slice(end);
    yield bytes.subarray(0, end);
  }
  if (held.length) yield held;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** How many bytes at the end may be the beginning of a sign. */
function begunIn(bytes: Uint8Array): number {
  for (let count = 1; count < 4 && count <= bytes.length; count++) {
    const byte = bytes[bytes.length - count]!;
    if ((byte & 0xc0) === 0x80) continue;
    return lengthOf(byte) > count ? count : 0;
  }
  return 0;
}

/** A text of UTF-8, with a sign of its own for each byte that belongs to none. */
export function decodeMarked(bytes: Uint8Array): string {
  try {
    return whole.decode(bytes);
  } catch {
    return markedIn(bytes);
  }
}

function markedIn(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at]! < 0x80 ? 1 : signAt(bytes, at);
    if (length) {
      at += length;
      continue;
    }
    parts.push(whole.decode(bytes.subarray(from, at)), LOST);
    from = ++at;
  }
  return parts.join('') + whole.decode(bytes.subarray(from));
}

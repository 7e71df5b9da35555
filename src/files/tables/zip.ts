import { inflateRawSync } from 'node:zlib';

/** A file in a zip file, as the list of files has it. Sizes are bytes. */
interface ZipEntry {
  readonly path: string;
  readonly isPacked: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** How far from its end a zip file says where its list of files is. Source: APPNOTE 4.3.16, with its longest comment. */
const MOST_BEHIND = 22 + 0xffff;
const [END, ENTRY] = [0x06054b50, 0x02014b50];

/** The files in a zip file. Nothing where it is no zip file, is broken, or of the kind for more than 4 GB. Source: APPNOTE 4.3.12. */
function listIn(file: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(file);
  let end = file.length - 22;
  const last = Math.max(0, file.length - MOST_BEHIND);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const listed: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const name = view.getUint16(at + 28, true);
    listed.push({
      path: new TextDecoder().decode(file.subarray(at + 46, at + 46 + name)),
      isPacked: view.getUint16(at + 10, true) !== 0,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listed;
}

/** What the files in a zip file say that they take when they are unpacked, in bytes. They get no more room than that. Nothing where `listIn` has nothing. */
export function unpackedSize(file: Uint8Array): number | undefined {
  return listIn(file)?.reduce((sum, { unpacked }) => sum + unpacked, 0);
}

/** The text of a file in a zip file; empty where there is no such file, or none that can be read. */
export function textIn(file: Uint8Array, path: string): string {
  const found = listIn(file)?.find(one => one.path === path);
  if (!found || found.at + 30 > file.length) return '';
  const { isPacked, packed, unpacked, at } = found;
  const view = viewOf(file);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = file.subarray(start, start + packed);
  try {
    return new TextDecoder().decode(isPacked ? inflateRawSync(bytes, { maxOutputLength: unpacked }) : bytes);
  } catch {
    return '';
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

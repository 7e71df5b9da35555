/** How far from its end a zip file says where its list of files is. Source: APPNOTE 4.3.16, with its longest comment. */
const MOST_BEHIND = 22 + 0xffff;
const [END, ENTRY] = [0x06054b50, 0x02014b50];

/**
 * What the files in a zip file say that they take when they are unpacked, in bytes. They get no more room than that. Nothing where
 * it is no zip file, is broken, or of the kind for more than 4 GB. Source: APPNOTE 4.3.12.
 */
export function unpackedSize(file: Uint8Array): number | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - 22;
  const last = Math.max(0, file.length - MOST_BEHIND);
  while (end >= last && view.getUint32(end, true) !== END) end--;
  if (end < last) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== ENTRY) return undefined;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

import { unzipSync, type UnzipFileInfo } from 'fflate';

/** What the files in a zip file say that they take when they are unpacked, in bytes. They get no more room than that. Nothing where it is no zip file, or a broken one. */
export function unpackedSize(file: Uint8Array): number | undefined {
  let size = 0;
  const sum = ({ originalSize }: UnzipFileInfo) => {
    size += originalSize;
    return false;
  };
  try {
    unzipSync(file, { filter: sum });
  } catch {
    return undefined;
  }
  return size;
}

/** The text of a file in a zip file; empty where there is no such file, or none that can be read. */
export function textIn(file: Uint8Array, path: string): string {
  try {
    const [bytes] = Object.values(unzipSync(file, { filter: ({ name }) => name === path }));
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}

/** No more of a mail's heads is looked at, in bytes: names and subjects stand further up. */
const MOST = 64 * 1024;

const UTF8 =
  /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*(?:[\xc2-\xf4][\x80-\xbf]{0,2})?$/;

/**
 * A mail whose heads are UTF-8. Old programs write names and subjects in the encoding of their country without saying so, which no
 * reader of mails takes for anything: it is taken for Latin-1 then, by far the commonest.
 */
export function headsInUtf8(bytes: Uint8Array): Uint8Array {
  const start = String.fromCharCode(...bytes.subarray(0, MOST));
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const heads = start.slice(0, end);
  if (!/[\x80-\xff]/.test(heads) || UTF8.test(heads)) return bytes;
  const put = [...heads].flatMap(char => {
    const code = char.charCodeAt(0);
    return code < 0x80 ? [code] : [0xc0 | (code >> 6), 0x80 | (code & 0x3f)];
  });
  const all = new Uint8Array(put.length + bytes.length - end);
  all.set(put);
  all.set(bytes.subarray(end), put.length);
  return all;
}

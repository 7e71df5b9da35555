/** 32 bits, the same for a text always and everywhere. Source: the hash FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo. */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

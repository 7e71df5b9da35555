/** Signs of East Asian fonts in the width that they have elsewhere: `ＡＣＭＥ` as `ACME`, `ｱｸﾒ` as `アクメ`. All others stay. */
export function plainWidth(text: string): string {
  // Whole runs, since the half-width voiced mark is a sign of its own: `ｶﾞ` is `ガ`.
  return text.replace(/[\uFF01-\uFFEF]+/g, run => run.normalize('NFKC'));
}

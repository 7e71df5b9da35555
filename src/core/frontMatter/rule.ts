import { inPattern } from './keyNames';
/** A key with a value, or with one that follows below; of few words, since a sentence may have a colon too. */
const KEY =
  /(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[\p{L}_$][\p{L}\p{N}_$.-]*(?<!\.)(?: [\p{L}\p{N}_$-]+){0,3})[ \t]*[:\uff1a](?:\s|$)/uy;

/** Nearly every one. The other expression takes an engine long to make ready, which a program that reads three files would feel. */
const ONE_WORD_KEY = /^[A-Za-z_]\w{0,60}:\s/;

/** What every map in YAML has somewhere, and what says that there is nothing yet. */
const OF_A_MAP = /[:\uff1a](?:\s|$)|^[ \t]*(?:[{?]|(?:~|null)[ \t]*$)/imu;

/**
 * Whether a first line of dashes is one of Markdown's rules, with notes below it, and opens no front matter: no map can be
 * in what follows, or it does not begin with a key and is not closed; and it says no stage.
 *
 * @param block what stands below it up to the closing line, or to the end of the file
 * @param isClosed whether there is a closing line
 * @param stage the key that would make the file a deal
 */
export function isRule(block: string, isClosed: boolean, stage: string): boolean {
  // Nearly every front matter begins so.
  if (beginsWithKey(block) || saysStage(block, isClosed, stage)) return false;
  if (!isClosed) return block !== '';
  return !OF_A_MAP.test(block) && /^[ \t]*[^#\s]/m.test(block);
}

/**
 * Whether what stands between two lines of dashes is a text, where it is no map in YAML: behind a blank line, in which there
 * may be sentences with colons.
 */
export function isText(block: string, stage: string): boolean {
  return /^[ \t]*\r?\n/.test(block) && !saysStage(block, true, stage);
}

function beginsWithKey(block: string): boolean {
  if (ONE_WORD_KEY.test(block)) return true;
  KEY.lastIndex = 0;
  return KEY.test(block);
}

/**
 * Whether a line looks as if it were to say the stage, well or badly: `stage: proposal`, `- Stage:proposal`, and between two
 * lines of dashes `stage proposal` too.
 */
export function saysStage(block: string, isClosed: boolean, stage: string): boolean {
  const key = `["']?${inPattern(stage)}["']?`;
  const isKey = new RegExp(`(?:^[ \\t]*(?:[-?][ \\t]+)*|[{,][ \\t]*)${key}[ \\t]*[:=\\uff1a]`, 'imu');
  const isLine = new RegExp(`^[ \\t]*(?:[-?][ \\t]+)*${key}(?:[ \\t]+\\S{1,40}){0,3}[ \\t]*\\r?$`, 'imu');
  return isKey.test(block) || (isClosed && isLine.test(block));
}

import type { FrontMatterSays, YamlSlip } from '../../../core/frontMatter/say';
import { characterNamed, quoted } from './quoted';
import type { Sentences } from '../../sentences';

const NOT_YAML = 'This isn’t valid YAML';

const WAYS_OUT: Readonly<Record<YamlSlip, string>> = {
  indent: 'Line up all keys on the left, and put quotes around text that contains “: ”.',
  colon: 'Put a colon and a space after the key, as in “owner: dana”.',
  tab: 'Indent with spaces.',
  quote: 'Close the quote on the same line.',
  other: 'Put quotes around text with special characters, and check the indentation.',
};

export const FRONT_MATTER: Sentences<FrontMatterSays> = {
  conflictMarkers: () => 'Git left a merge conflict here. Keep one side, or both, and save.',
  fenceSaysMore: () => 'The front matter isn’t closed. End it with a line that is only “---”.',
  fenceMissing: () => 'The front matter isn’t closed. Add a line “---” below its last key.',
  loneCarriageReturn: () =>
    'A line ends with a single CR (U+000D), which programs read in different ways. Save the file with LF or CRLF line endings.',
  otherLanguage: () =>
    'Only YAML front matter is supported (nothing in it is ever run). Write “key: value” lines between two lines “---”.',
  commentOnFence: () =>
    'The first line of the front matter must be “---” and nothing else. Move the comment below it.',
  otherFence: () =>
    'This front matter isn’t YAML (“+++” is TOML, “;;;” is JSON). Write “key: value” lines between two lines “---”.',
  notAMap: ({ isList }) =>
    `The front matter is ${isList ? 'a list' : 'plain text'}. Write it as “key: value” lines.`,
  tooDeep: ({ most }) => `This is nested more than ${most} levels deep. Make it simpler.`,
  tooManyAliases: ({ most }) => `The front matter has more than ${most} aliases. Write the values out.`,
  aliasesGrow: () => 'The aliases in the front matter expand to far too much. Write the values out.',
  keyTwice: ({ key }) => `The key ${quoted(key)} appears twice. Keep one of the two.`,
  tabIndentation: () => `${NOT_YAML}: the line is indented with a tab. Indent with spaces.`,
  unquotedColon: ({ text }) => `${NOT_YAML}: ${quoted(text)} contains “: ”. Put quotes around it.`,
  invalidYaml: ({ reason, slip }) => `${NOT_YAML}: ${reason}. ${WAYS_OUT[slip]}`,
  oddCharacter: ({ char }) => `${NOT_YAML}: here is ${characterNamed(char)}. ${instead(char)}`,
  quoteNotClosed: ({ quote }) =>
    `${NOT_YAML}: the quote that begins here isn’t closed. Add ${quote} at the end of the line.`,
  notEditable: ({ why }, within) => `This file can’t be edited safely. ${within(why)}`,
  noFrontMatter: () => 'It has no front matter between two lines “---”.',
  noKeysAndValues: () => 'Its front matter isn’t made of keys and values.',
  aliasUnresolved: ({ reason }) => `An alias in it can’t be resolved (${reason}).`,
  mergedKey: ({ key }) => `${quoted(key)} comes from another key, through “<<”.`,
  sideEffect: () => 'This edit would change other parts of the file.',
  anchorInUse: ({ key }) => `${quoted(key)} has an anchor that is used elsewhere in the file.`,
  notSingle: ({ key }) => `${quoted(key)} doesn’t hold a single value here.`,
  severalValues: ({ key }) => `${quoted(key)} holds a list or a group of keys, not a single value.`,
  ownTag: ({ key }) => `${quoted(key)} has a custom YAML tag.`,
  otherItem: ({ key }) => `${quoted(key)} has an item that isn’t plain text.`,
  commentBetween: ({ key }) => `There is a comment between the items of ${quoted(key)}.`,
  sharedLine: ({ key }) => `An item of ${quoted(key)} shares its line with something else.`,
  aliasOfList: ({ key }) => `${quoted(key)} is an alias of another list.`,
  noList: ({ key }) => `${quoted(key)} is not a list.`,
  noColon: ({ key }) => `${quoted(key)} has no colon after it.`,
};

function instead(char: string): string {
  if (/\p{Zs}/u.test(char)) return 'Replace it with a plain space.';
  return /\p{Cf}/u.test(char) ? 'Remove it.' : 'Replace it with a plain colon and a space.';
}

/** What a figure means, in words. */
export interface Definition {
  readonly term: string;
  readonly text: string;
  /** Further lines: what it is made of here. */
  readonly lines?: readonly string[];
}

export type Definitions = ReadonlyMap<string, Definition>;
export type DefinitionEntry = readonly [key: string, definition: Definition];

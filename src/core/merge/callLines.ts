import { searchable } from '../text/searchable';

/** A `forecast.yaml` by its lines: as people and commands write it. */
export interface CallsText {
  /** The lines above the first owner. */
  readonly top: readonly string[];
  /** By name, alike in any case. */
  readonly owners: ReadonlyMap<string, OwnerLines>;
}

export interface OwnerLines {
  /** As it stands there. */
  readonly name: string;
  readonly head: readonly string[];
  /** By day and quarter: `2026-10-05 2026-Q4`, which sorts. */
  readonly calls: ReadonlyMap<string, CallLines>;
  /** Blank lines and comments behind the last call. */
  readonly tail: readonly string[];
}

export interface CallLines {
  /** With the comments above it. */
  readonly lines: readonly string[];
  /** Of its dash, in spaces. */
  readonly indent: number;
}

const OWNER = /^(?:"([^"\\]+)"|'([^']+)'|([\p{L}\p{N}_][^#:]*?)):[ \t]*(?:#.*)?$/u;
const CALL = /^( *)-[ ]+\S/;
const ASIDE = /^[ \t]*(?:#.*)?$/;
const ON = /(?:^|[{,\s-])["']?on["']?:[ \t]*["']?(\d{4}-\d{2}-\d{2})(?=["'\s,}]|$)/;
const PERIOD = /(?:^|[{,\s-])["']?period["']?:[ \t]*["']?(\d{4}-Q[1-4])(?=["'\s,}]|$)/;

/**
 * Owners and calls in the lines of a `forecast.yaml`; `undefined` where anything else stands in it, or a call twice. No reader
 * of YAML: git waits for it.
 */
export function callsIn(lines: readonly string[]): CallsText | undefined {
  const top: string[] = [];
  const owners = new Map<string, OwnerLines & { readonly calls: Map<string, CallLines> }>();
  let tail = top;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at++]!;
    const [, double, single, bare] = OWNER.exec(line) ?? [];
    const name = double ?? single ?? bare;
    const owner = [...owners.values()].at(-1);
    const indent = CALL.exec(line)?.[1]?.length;
    if (name !== undefined) {
      const key = searchable(name);
      if (owners.has(key)) return undefined;
      tail = [];
      owners.set(key, { name, head: [line], calls: new Map(), tail });
    } else if (indent !== undefined && owner) {
      const own = [line];
      while (
        at < lines.length &&
        /^ *\S/.test(lines[at]!) &&
        indentOf(lines[at]!) > indent &&
        !isAside(lines[at]!)
      )
        own.push(lines[at++]!);
      const said = own.join('\n');
      const [, on] = ON.exec(said) ?? [];
      const [, period] = PERIOD.exec(said) ?? [];
      const key = `${on} ${period}`;
      if (!on || !period || owner.calls.has(key)) return undefined;
      owner.calls.set(key, { lines: [...tail.splice(0), ...own], indent });
    } else if (isAside(line)) tail.push(line);
    else return undefined;
  }
  return { top, owners };
}

function isAside(line: string): boolean {
  return ASIDE.test(line);
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

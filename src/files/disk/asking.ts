import { lstatSync, readdirSync, readFileSync, statSync, type Dirent, type Stats } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';

/** What a disk can be asked of a path, and what it answers with. Where it can't, it throws the system's error. */
export interface Answers {
  readonly items: readonly Dirent[];
  /** Of what a link leads to. */
  readonly kind: Stats;
  /** Of a link itself; nothing where nothing is there. */
  readonly own: Stats | undefined;
  /** With U+FFFD for what is no UTF-8. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

type DiskQuestion = keyof Answers;

export interface DiskCall {
  readonly question: DiskQuestion;
  readonly path: string;
}

/** The two ways in which a disk answers: while all else waits, or in its own time. */
export interface Disk {
  readonly now: { readonly [Q in DiskQuestion]: (path: string) => Answers[Q] };
  readonly later: { readonly [Q in DiskQuestion]: (path: string) => Promise<Answers[Q]> };
}

/** That of this computer, and whatever looks like one to it. */
export const DISK: Disk = {
  now: {
    items: path => readdirSync(path, { withFileTypes: true }),
    kind: path => statSync(path),
    own: path => lstatSync(path, { throwIfNoEntry: false }),
    text: path => readFileSync(path, 'utf8'),
    bytes: path => readFileSync(path),
  },
  later: {
    items: path => readdir(path, { withFileTypes: true }),
    kind: path => stat(path),
    own: path => lstat(path).catch(noneWhereNothingIs),
    text: path => readFile(path, 'utf8'),
    bytes: path => readFile(path),
  },
};

function noneWhereNothingIs(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw cause;
}

/** What is found out by asking a disk: written once for both ways in which it answers. */
export type Asking<T> = Generator<DiskCall, T, unknown>;

/** One question; the answer comes from whoever goes through the steps. */
export function* ask<Q extends DiskQuestion>(question: Q, path: string): Asking<Answers[Q]> {
  return (yield { question, path }) as Answers[Q];
}

/** Each question is answered before anything else is done. */
export function atOnce<T>(asking: Asking<T>, { now }: Disk = DISK): T {
  let step = asking.next();
  while (!step.done) {
    const { question, path } = step.value;
    let answer: unknown;
    try {
      answer = now[question](path);
    } catch (cause) {
      step = asking.throw(cause);
      continue;
    }
    step = asking.next(answer);
  }
  return step.value;
}

/** Others have their turn until a question is answered. */
export async function inItsTime<T>(asking: Asking<T>, { later }: Disk = DISK): Promise<T> {
  let step = asking.next();
  while (!step.done) {
    const { question, path } = step.value;
    let answer: unknown;
    try {
      answer = await later[question](path);
    } catch (cause) {
      step = asking.throw(cause);
      continue;
    }
    step = asking.next(answer);
  }
  return step.value;
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Address } from '../../../../src/actions/address';
import { FoundHomes } from '../../../../src/actions/homes';
import type { Clock } from '../../../../src/actions/ports/clock';
import type { Files } from '../../../../src/actions/ports/files';
import type { Person } from '../../../../src/actions/ports/person';
import type { Workspace } from '../../../../src/actions/workspace';
import { toAddress } from '../../../../src/files/disk/addresses';
import { DiskFiles } from '../../../../src/files/disk/diskFiles';
import { MemoryFiles } from '../../../../src/files/memory/memoryFiles';
import { date } from '../../support/deals';
import { StubbornFiles } from './stubborn';

export const TODAY = date('2026-03-02');

export const CLOCK: Clock = { today: () => TODAY, now: () => Date.parse('2026-03-02T12:00:00Z') };

/** Someone of whom neither a setting nor git says who they are. */
const UNKNOWN: Person = { knownIn: async () => ({}) };

/** A pipeline in a folder of its own, with what a test does behind the back of the actions. */
export interface World {
  readonly folder: Address;
  readonly files: Files;
  at(path: string): Address;
  write(path: string, text: string): Address;
  /** What all files of the pipeline say, by their paths. */
  all(): Readonly<Record<string, string>>;
  /** As a command has it that starts now. */
  readonly workspace: Workspace;
}

/** Where the files of a world are. */
export interface WorldKind {
  readonly name: string;
  make(): World & { remove?(): unknown };
}

/** The kinds that the tests run on; where there is an editor, there are others. */
export const WORLD_KINDS: WorldKind[] = [
  { name: 'in memory', make: () => memoryWorld() },
  { name: 'on disk', make: () => diskWorld(new DiskFiles()) },
];

/** Runs the same tests on each kind of files. */
export function onAllFiles(name: string, tests: (world: () => World) => void): void {
  onKinds(WORLD_KINDS, name, tests);
}

/** Runs tests on one kind of files: those of what is settled before any file is touched. */
export function onSomeFiles(name: string, tests: (world: () => World) => void): void {
  onKinds(WORLD_KINDS.slice(0, 1), name, tests);
}

function onKinds(kinds: readonly WorldKind[], name: string, tests: (world: () => World) => void): void {
  for (const kind of kinds) {
    describe(`${name}, ${kind.name}`, () => {
      let world: ReturnType<WorldKind['make']>;
      beforeEach(() => (world = kind.make()));
      afterEach(() => world.remove?.());
      tests(() => world);
    });
  }
}

export function memoryWorld(files = new MemoryFiles()): World {
  const folder = '/sales/deals';
  return worldOf(folder, files, {
    write: (file, text) => files.write(file, text),
    all: () => files.all,
  });
}

/** A pipeline in memory with whose files something may be wrong. */
export function stubbornWorld(): World & { readonly files: StubbornFiles } {
  const files = new StubbornFiles();
  return { ...memoryWorld(files), files };
}

/** @param files an adapter that sees the disk */
export function diskWorld(files: Files): World & { remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'deal-notes-test-')));
  const folder = `${toAddress(root)}/deals`;
  mkdirSync(folder);
  const world = worldOf(folder, files, {
    write: (file, text) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    all: () =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter(item => item.isFile())
          .map(item => toAddress(join(item.parentPath, item.name)))
          .toSorted()
          .map(file => [file, readFileSync(file, 'utf8')]),
      ),
  });
  return Object.assign(world, { remove: () => rmSync(root, { recursive: true, force: true }) });
}

export function worldOf(
  folder: Address,
  files: Files,
  { write, all }: { write(file: Address, text: string): void; all(): Record<Address, string> },
): World {
  const at = (path: string) => `${folder}/${path}`;
  return {
    folder,
    files,
    at,
    write: (path, text) => {
      write(at(path), text);
      return at(path);
    },
    all: () =>
      Object.fromEntries(Object.entries(all()).map(([file, text]) => [file.slice(folder.length + 1), text])),
    get workspace() {
      return { files, homes: new FoundHomes(files), clock: CLOCK, person: UNKNOWN };
    },
  };
}

/** An open deal with one line of history. */
export function openDeal(title: string, more = '', notes = 'Notes.\n'): string {
  return `---\ntitle: ${title}\naccount: Acme Corp\nstage: proposal\n${more}history:\n  - {on: 2026-01-12, stage: proposal}\n---\n${notes}`;
}

export function wonDeal(title: string, notes = 'Notes.\n'): string {
  return openDeal(title, 'status: won\nclosed_on: 2026-02-01\n', notes);
}

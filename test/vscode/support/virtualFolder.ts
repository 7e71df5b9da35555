import {
  EventEmitter,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type Disposable,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';

/** A file system of the editor that is on no disk, as those of remote repositories are. */
export class VirtualFolder implements FileSystemProvider, Disposable {
  /** By their paths. A folder is there as long as there is a file in it, or was made. */
  readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set<string>(['/']);
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly registered: Disposable;

  constructor(readonly scheme: string) {
    this.registered = workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  uriOf(path: string): Uri {
    return Uri.from({ scheme: this.scheme, authority: 'test', path });
  }

  watch(): Disposable {
    return { dispose: () => {} };
  }

  stat({ path }: Uri): FileStat {
    const bytes = this.files.get(path);
    if (bytes) return { type: FileType.File, ctime: 0, mtime: 0, size: bytes.length };
    if (this.folders.has(path) || this.below(path).length)
      return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(path);
  }

  readDirectory(uri: Uri): [string, FileType][] {
    this.stat(uri);
    const items = this.below(uri.path).map(path => path.slice(uri.path.length + 1).split('/'));
    return [
      ...new Map(
        items.map(([name, ...more]) => [name!, more.length ? FileType.Directory : FileType.File] as const),
      ),
    ];
  }

  createDirectory({ path }: Uri): void {
    this.folders.add(path);
  }

  readFile({ path }: Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw FileSystemError.FileNotFound(path);
    return bytes;
  }

  writeFile({ path }: Uri, content: Uint8Array): void {
    this.files.set(path, content);
  }

  delete({ path }: Uri): void {
    this.files.delete(path);
    this.folders.delete(path);
  }

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.files.delete(from.path);
  }

  private below(folder: string): string[] {
    return [...this.files.keys()].filter(path => path.startsWith(`${folder}/`));
  }
}

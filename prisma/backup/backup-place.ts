/** A folder or a bucket that keeps backups. Names are those of worker/core/backup/backup-name.ts. */
export type BackupPlace = {
  /** Description for people, without secrets. */
  shown: string;
  /** Stores a file as it comes and returns its size in bytes. Nothing is left of one that could not be stored completely. */
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** Returns a file; null if there is none of this name. */
  get(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Returns the names of all files. */
  list(): Promise<string[]>;
  delete(name: string): Promise<void>;
};

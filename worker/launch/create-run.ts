import type { OpenDatabase } from "./open-database.ts";
import { recordRun } from "./run-record.ts";
import { type ChildSpec, killGroup, type Supervised, supervise } from "./supervise.ts";

/** All that one run has started, so that it can be ended in the right order at any moment, also half-way up. */
export type Run = {
  start(spec: ChildSpec): Promise<Supervised>;
  keepDatabase(opening: Promise<OpenDatabase>): Promise<OpenDatabase>;
  /** The address that a second start tells. */
  nameAddress(address: string): void;
  /** Calls back at the end, after all processes. */
  atEnd(last: () => Promise<void>): void;
  stop(): Promise<void>;
  kill(): void;
};

export function createRun(say: (line: string) => void): Run {
  const children: Supervised[] = [];
  const endings: (() => Promise<void>)[] = [];
  let database: Promise<OpenDatabase> | undefined;
  let recording = Promise.resolve();
  let url = "";

  const record = () => {
    recording = recording.then(() =>
      recordRun(
        url,
        children.map((child) => ({ name: child.name, pid: child.pid() })),
      ),
    );
    return recording;
  };
  return {
    start: async (spec) => {
      const child = await supervise(spec, { say, onStarted: record });
      children.push(child);
      await record();
      return child;
    },
    keepDatabase: (opening) => {
      database = opening;
      return opening;
    },
    nameAddress: (address) => {
      url = address;
    },
    atEnd: (last) => {
      endings.push(last);
    },
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()));
      const opened = await database?.catch(() => null);
      await opened?.stop();
      for (const ending of endings.reverse()) await ending();
    },
    kill: () => {
      for (const child of children) killGroup(child.pid());
    },
  };
}

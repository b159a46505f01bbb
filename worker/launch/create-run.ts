import type { OpenDatabase } from "./prepare/open-database.ts";
import { type ChildSpec, killGroup, type Supervised, supervise } from "./process/supervise.ts";
import { recordRun } from "./run-record.ts";

/** Everything that one run has started, so that it can be ended in the right order at any moment, even during the start. */
export type Run = {
  start(spec: ChildSpec): Promise<Supervised>;
  keepDatabase(open: () => Promise<OpenDatabase>): Promise<OpenDatabase>;
  /** Sets the address that a second start reports. */
  nameAddress(address: string): void;
  /** Adds a function to call at the end, after all processes have ended. */
  atEnd(last: () => Promise<void>): void;
  isStopping(): boolean;
  stop(): Promise<void>;
  kill(): void;
};

/** Never resolves, so that a start goes no further while the run is being stopped: what it started then would be left running. */
const NEVER = new Promise<never>(() => undefined);

export function createRun(say: (line: string) => void): Run {
  const children: Supervised[] = [];
  const starting = new Set<Promise<Supervised>>();
  const endings: (() => Promise<void>)[] = [];
  let database: Promise<OpenDatabase> | undefined;
  let recording = Promise.resolve();
  let url = "";
  let stopping = false;

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
      if (stopping) return NEVER;
      const start = supervise(spec, { say, onStarted: record });
      starting.add(start);
      const child = await start;
      starting.delete(start);
      children.push(child);
      await record();
      return child;
    },
    keepDatabase: (open) => {
      if (stopping) return NEVER;
      database = open();
      return database;
    },
    nameAddress: (address) => {
      url = address;
    },
    atEnd: (last) => {
      endings.push(last);
    },
    isStopping: () => stopping,
    stop: async () => {
      stopping = true;
      const late = await Promise.allSettled(starting);
      const begun = late.filter((start) => start.status === "fulfilled").map(({ value }) => value);
      await Promise.all([...new Set([...children, ...begun])].map((child) => child.stop()));
      const opened = await database?.catch(() => null);
      await opened?.stop();
      for (const ending of endings.reverse()) await ending();
    },
    kill: () => {
      for (const child of children) killGroup(child.pid());
    },
  };
}

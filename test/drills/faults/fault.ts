import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import type { ChangingSite } from "../kill/changing-site.ts";
import type { KillableDatabase, KillableProduct } from "../kill/killable-product.ts";
import type { WatchedSites } from "../kill/watched-sites.ts";
import type { NameServer } from "./name-server.ts";

export type Server = KillableDatabase & { stop(): Promise<void> };

/** All that a fault can break or look at. `hosts`: the names of the sites. */
export type World = {
  db: Database;
  queue: Queue;
  product: KillableProduct;
  sites: ChangingSite[];
  watched: WatchedSites;
  names: NameServer;
  hosts: string[];
  database: Server;
};

/** Something that is broken during the rounds of a run. */
export type Fault = {
  name: string;
  /** Setup of the run; each has a default. */
  startDatabase?(folder: string): Promise<Server>;
  settings?: Record<string, string>;
  secondWorker?: Record<string, string>;
  /** The round is over for it when its crawls and mails are, or after this time. */
  lastsMs?: number;
  /** Share of the round's pages that have been read when it begins; 0: it begins before the crawls are requested. */
  startsAt(round: number): number;
  begin(world: World, round: number): Promise<void>;
  /** Mends it. Returns what it did, in words. */
  end(world: World, round: number): Promise<string>;
  /** Looks after the fault's end, before the settling crawls, at what the product did. Returns what was wrong. */
  judge(world: World, round: number): Promise<string[]>;
  /** Looks once more after the last round, and may crawl and mail for it. */
  judgeAll?(world: World): Promise<string[]>;
  /** If crawls may fail. */
  mayFail: boolean;
};

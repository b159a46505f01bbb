import { join } from "node:path";
import { z } from "zod";
import { startNode } from "#test/support/child-process.ts";

/** Counts of all sites together so far. */
export type SiteFigures = z.infer<typeof figuresSchema>;

export type FleetSites = {
  pid: number;
  ports: number[];
  /** Changes 1 % of the pages. */
  change(): Promise<void>;
  read(): Promise<SiteFigures>;
  stop(signal?: NodeJS.Signals): Promise<unknown>;
};

const figuresSchema = z.object({
  ...{ requests: z.number(), notModified: z.number(), connections: z.number(), sent: z.number(), received: z.number() },
});

type Wanted = { ports: number; pages: number; latencyMs: number; delaySeconds: string };

/** Starts the process that serves all sites. */
export async function startSites({ ports, pages, latencyMs, delaySeconds }: Wanted): Promise<FleetSites> {
  const args = [ports, pages, latencyMs, delaySeconds].map(String);
  const { pid, output, printed, stop } = startNode(join(import.meta.dirname, "site-server.ts"), args, {});
  await printed(/ end\n/);
  const [, control = "", listening = ""] = /control (\d+) sites (\S+) end/.exec(output()) ?? [];
  const ask = async (path: string, method: string) => (await fetch(`http://127.0.0.1:${control}${path}`, { method })).json();
  return {
    pid,
    ports: listening.split(",").map(Number),
    change: async () => void (await ask("/changed", "POST")),
    read: async () => figuresSchema.parse(await ask("/figures", "GET")),
    stop,
  };
}

import { mistakenProbe } from "#worker/core/checks/links/mistaken-target.ts";
import type { Robots } from "#worker/core/crawl/robots.ts";
import type { CrawlPorts } from "../crawl-ports.ts";

/** Returns true if only a link without its scheme (`www.mill.example`) leads to this address, on a server that answers everything. */
export type IsMistakenTarget = (address: string) => Promise<boolean>;

type World = {
  ports: Pick<CrawlPorts, "fetchPage" | "onFault">;
  robotsOf(url: string): Promise<Robots>;
  signal: AbortSignal;
};

/**
 * Requests an address that cannot exist, once a Crawl for each folder with such links. Where a server answers that one, too, its answer
 * says nothing about the others; where it does not, there is a page of this name, as in the mirror of another site.
 */
export function createMistakenLookup({ ports, robotsOf, signal }: World): IsMistakenTarget {
  const answers = new Map<string, Promise<boolean>>();
  const answersAnything = async (probe: string): Promise<boolean> => {
    try {
      if (!(await robotsOf(probe)).isAllowed(probe)) return false;
      const answer = await ports.fetchPage(probe, { validators: null, signal });
      return answer.kind === "html" && answer.status === 200;
    } catch (error) {
      // A fault of ours must not end the Crawl: without an answer, the server is believed.
      if (!signal.aborted) ports.onFault(error, probe);
      return false;
    }
  };
  return async (address) => {
    const probe = mistakenProbe(address);
    if (probe === null) return false;
    const answer = answers.get(probe) ?? answersAnything(probe);
    answers.set(probe, answer);
    return await answer;
  };
}

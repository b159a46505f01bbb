import type { Fault, World } from "./fault.ts";
import { losePackets } from "./packet-loss.ts";

/** Loses 30 % of the packets between the worker and the sites, or the mail server, while the sites are crawled. */
export function lostPackets(name: string, other: "sites" | "smtp", nft: string): Fault {
  let mend = async () => 0;
  const portsOf = ({ sites, product }: World) =>
    other === "smtp" ? [product.smtpPort] : sites.map(({ url }) => Number(new URL(url).port));
  return {
    name,
    mayFail: other === "sites",
    startsAt: () => 0,
    begin: async (world) => {
      mend = await losePackets(nft, portsOf(world));
    },
    end: async () => `${await mend()} packets were lost`,
    judge: async () => [],
  };
}

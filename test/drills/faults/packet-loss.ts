import { execFile } from "node:child_process";

/** Share of the packets that are lost, in each direction. */
const LOST_PERCENT = 30;

/** Loses packets to and from these ports of this machine at random, until the returned function is called. Returns from it how many were lost. */
export async function losePackets(nft: string, ports: readonly number[]): Promise<() => Promise<number>> {
  const rules = ["dport", "sport"].map(
    (end) => `tcp ${end} { ${ports.join(", ")} } numgen random mod 100 < ${LOST_PERCENT} counter drop`,
  );
  // Where they arrive: a packet that is dropped where it is sent is no loss to the sender, but an error.
  const table = `table inet loss {\n chain arriving {\n type filter hook input priority 0\n ${rules.join("\n ")}\n }\n}\n`;
  await run(nft, ["-f", "-"], table);
  return async () => {
    const listed = await run(nft, ["list", "table", "inet", "loss"]);
    await run(nft, ["delete", "table", "inet", "loss"]);
    return [...listed.matchAll(/counter packets (\d+)/g)].reduce((sum, [, lost]) => sum + Number(lost), 0);
  };
}

function run(nft: string, args: string[], input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(nft, args, (error, stdout) => (error ? reject(error) : resolve(stdout)));
    child.stdin?.end(input);
  });
}

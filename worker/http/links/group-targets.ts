/** Targets that differ in their fragment only: one request answers them all. `address` has no fragment. */
export type TargetGroup = { address: string; targets: string[] };

/** Link targets by host and address, each once, in the order in which they came. What is no web address is left out. */
export function groupTargets(targets: Iterable<string>): Map<string, TargetGroup[]> {
  const groups = new Map<string, TargetGroup>();
  const hosts = new Map<string, TargetGroup[]>();
  for (const target of new Set(targets)) {
    const url = URL.parse(target);
    if (url?.protocol !== "http:" && url?.protocol !== "https:") continue;
    url.hash = "";
    const group = groups.get(url.href) ?? { address: url.href, targets: [] };
    group.targets.push(target);
    if (groups.has(url.href)) continue;
    groups.set(url.href, group);
    const ofHost = hosts.get(url.host) ?? [];
    ofHost.push(group);
    hosts.set(url.host, ofHost);
  }
  return hosts;
}

import { fragmentOf } from "#worker/core/checks/links/fragment.ts";
import { type FindUse, needsFile, type TargetUse } from "#worker/core/checks/links/target-use.ts";

/** Targets that differ only in their fragment, so that one request answers them all. `address` has no fragment. `use`: if pages load one. */
export type TargetGroup = { address: string; targets: string[]; use?: TargetUse };

/** Returns link targets by host and address, each once, in the order in which they came; without those that are no web addresses. */
export function groupTargets(targets: Iterable<string>, findUse: FindUse = () => null): Map<string, TargetGroup[]> {
  const groups = new Map<string, TargetGroup>();
  const hosts = new Map<string, TargetGroup[]>();
  for (const target of new Set(targets)) {
    const url = URL.parse(target);
    if (url?.protocol !== "http:" && url?.protocol !== "https:") continue;
    url.hash = "";
    const group: TargetGroup = groups.get(url.href) ?? { address: url.href, targets: [] };
    group.targets.push(target);
    const use = findUse(target);
    if (use && !needsFile(group.use?.needs)) group.use = use;
    if (groups.has(url.href)) continue;
    groups.set(url.href, group);
    const ofHost = hosts.get(url.host) ?? [];
    ofHost.push(group);
    hosts.set(url.host, ofHost);
  }
  return hosts;
}

/** Returns true if one of the targets leads to an anchor on the page. */
export function namesAnchors({ targets }: TargetGroup): boolean {
  return targets.some((target) => fragmentOf(target) !== null);
}

import { DomainError } from "#worker/core/errors.ts";
import { parseSiteAddress } from "#worker/core/url/site-address.ts";

/** More would take days, one site after another. */
const MOST_SITES = 1_000;
const SHOWN = 5;

/**
 * Returns the addresses in the file of `--sites`, one on each line, each once. Empty lines and those that begin with # are left out.
 * @throws DomainError `invalid-input` that names the lines that are no addresses
 */
export function readSiteList(content: string): string[] {
  const sites = new Set<string>();
  const faults: string[] = [];
  for (const [index, line] of content
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .entries()) {
    const site = line.trim();
    if (site === "" || site.startsWith("#")) continue;
    try {
      parseSiteAddress(site);
      sites.add(site);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push(`--sites, line ${index + 1}: ${error.message}`);
    }
  }
  if (faults.length > SHOWN) faults.splice(SHOWN, faults.length, `and ${faults.length - SHOWN} more.`);
  if (faults.length > 0) throw new DomainError("invalid-input", faults.join("\n"));
  if (sites.size === 0)
    throw new DomainError("invalid-input", "--sites: the file names no site. Write one address on each line.");
  if (sites.size > MOST_SITES)
    throw new DomainError(
      "invalid-input",
      `--sites: the file names ${sites.size} sites, and we check at most ${MOST_SITES} in one run.`,
    );
  return [...sites];
}

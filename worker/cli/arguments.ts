import { parseArgs } from "node:util";
import { z } from "zod";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { DomainError } from "#worker/core/errors.ts";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import { parseSignIn, type TypedSignIn } from "#worker/core/sign-in/parse-sign-in.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";

/** Formats of the report. */
export const FORMATS = ["text", "json", "sarif", "junit", "github"] as const;

export const USAGE = `Usage: npm run check -- <url> [options]
       npm run check -- --sites FILE [options]

  --format ${FORMATS.join("|")}
                       the format of the report: to read, one JSON object for each site, SARIF 2.1.0, JUnit XML, or
                       annotations for GitHub Actions
  --json               the same as --format json
  --sites FILE         check many sites: one address on each line of FILE; lines that begin with # are left out
  --max-pages N        visit at most N pages (500)
  --lang ${LANGUAGES.join("|")}   the language of the site; overrules what its pages declare
  --only a,b           run only these checks: ${CHECK_IDS.join(", ")}
  --style FILE         compare texts with your house style: a word, a tab and what to write instead on each line;
                       a third column may say spelling or required
  --baseline FILE      remember the site in FILE and show only what changed since the last run; the first run
                       creates the file; with --sites, FILE is a folder with one file for each site
  --no-browser         read pages without a browser
  --allow-private      allow addresses on this machine and in private networks
  --auth USER:PASSWORD sign in with HTTP basic authentication
  --header 'NAME: V'   sign in with a header
  --cookie 'NAME=V'    sign in with a cookie; several may be given
                       (we send a sign-in only to the site and never print it)
  -h, --help           print this

Exit code: 0 no issues, 1 issues found, 2 the crawl could not run. With --baseline: 1 only for new issues.`;

const MOST_PAGES = 100_000;

const list = z.string().transform((text) => text.split(",").map((part) => part.trim()));
const argumentsSchema = z.object({
  format: z.enum(FORMATS).optional(),
  json: z.boolean().default(false),
  sites: z.string().min(1, "Name a file.").optional(),
  "max-pages": z.coerce.number().int().min(1).max(MOST_PAGES).default(500),
  lang: z.enum(["auto", ...LANGUAGES]).default("auto"),
  only: list.pipe(z.array(z.enum(CHECK_IDS)).min(1)).default([...CHECK_IDS]),
  style: z.string().min(1, "Name a file.").optional(),
  baseline: z.string().min(1, "Name a file.").optional(),
  "no-browser": z.boolean().default(false),
  "allow-private": z.boolean().default(false),
});

export type CheckArguments = Omit<z.infer<typeof argumentsSchema>, "json" | "format"> & {
  /** Null: the addresses are in the file `sites`. */
  url: string | null;
  format: (typeof FORMATS)[number];
  signIn?: SiteSignIn | undefined;
};

const OPTIONS = {
  format: { type: "string" },
  json: { type: "boolean" },
  sites: { type: "string" },
  "max-pages": { type: "string" },
  lang: { type: "string" },
  only: { type: "string" },
  style: { type: "string" },
  baseline: { type: "string" },
  "no-browser": { type: "boolean" },
  "allow-private": { type: "boolean" },
  auth: { type: "string" },
  header: { type: "string" },
  cookie: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
} as const;

/** Returns true if the command line has `--help`. @throws DomainError `invalid-input` as `parseArguments` does. */
export function wantsUsage(args: string[]): boolean {
  return parseOrExplain(args).values.help === true;
}

/**
 * Parses the command line of `npm run check`.
 * @throws DomainError `invalid-input` that says which argument is wrong and what is possible.
 */
export function parseArguments(args: string[]): CheckArguments {
  const { values, positionals } = parseOrExplain(args);
  const [url, ...rest] = positionals;
  if (!url && values.sites === undefined) throw invalid("Add the address of a site.");
  if (url && values.sites !== undefined) throw invalid(`Give either an address or --sites; remove ${url}.`);
  if (rest.length > 0) throw invalid(`Give only one address; remove ${rest.join(" ")}.`);
  const { auth, header, cookie, ...others } = values;
  const parsed = argumentsSchema.safeParse(others);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
    throw invalid(faults.join("\n"));
  }
  const signIn = readSignIn({ auth, header, cookie });
  if (signIn && values.sites !== undefined) throw invalid("A sign-in is for one site: give its address instead of --sites.");
  const { json, format = json ? "json" : "text", ...wanted } = parsed.data;
  if (json && format !== "json") throw invalid(`Give either --json or --format ${format}.`);
  return { ...wanted, format, url: url ?? null, ...(signIn ? { signIn } : {}) };
}

function readSignIn(typed: TypedSignIn): SiteSignIn | null {
  try {
    return parseSignIn(typed);
  } catch (error) {
    throw error instanceof DomainError ? invalid(error.message) : error;
  }
}

function parseOrExplain(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
}

function invalid(message: string): DomainError {
  return new DomainError("invalid-input", `${message}\n\n${USAGE}`);
}

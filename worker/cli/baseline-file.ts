import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { storedBlock, storedBlockKind, storedFinding, storedLink } from "#prisma/stored-json.ts";
import { LINK_STATES, type LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { learnedTrapSchema } from "#worker/core/crawl/learned-trap.ts";
import { DomainError } from "#worker/core/errors.ts";
import { rememberedIssueSchema } from "#worker/core/issues/remembered-issue.ts";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import { PAGE_FAILURE_CODES } from "#worker/core/page/page-failure.ts";
import { renderProofsSchema } from "#worker/core/page/rendering/render-proof.ts";
import type { SavedMemory } from "#worker/crawl/in-process-memory.ts";
import { errorCode } from "#worker/http/client/error-code.ts";

const text = z.string();
const maybe = text.nullable();
const rendered = z.enum(["http", "browser"]).nullable();

const page = z.object({
  visit: z.object({
    depth: z.number(),
    status: z.number().nullable(),
    outcome: z.enum(["new", "changed", "unchanged", "gone", "failed", "skipped"]),
    failure: z.object({ code: z.enum(PAGE_FAILURE_CODES), message: text }).nullable(),
  }),
  known: z.object({
    url: z.url(),
    validators: z.object({ etag: maybe, lastModified: maybe, bodyHash: maybe }),
    rendered,
    checksVersion: maybe,
    readingVersion: maybe,
    leads: z.array(text),
    snapshot: z
      .object({
        ...{ title: text, lang: maybe, contentHash: text, detailHash: text, isTruncated: z.boolean() },
        ...{ blocks: z.array(storedBlock), links: z.array(storedLink), anchors: z.array(text) },
      })
      .nullable(),
  }),
});

const checkedBlock = z
  .object({
    hash: text,
    language: z.enum(LANGUAGES).nullable(),
    findings: z.array(storedFinding),
    unfinished: z.enum(["grammar-server", "text-cost", "check-budget", "check-failed"]).optional(),
  })
  .transform(({ unfinished, ...result }) => (unfinished ? { ...result, unfinished } : result));

const verdict = z.object({
  ...{ url: text, state: z.enum(LINK_STATES), rule: maybe, status: z.number().nullable(), reason: text, finalUrl: maybe },
}) satisfies z.ZodType<LinkVerdict>;

const memory = z.object({
  pages: z.array(page),
  blocks: z.array(z.object({ hash: text, kind: storedBlockKind, lang: maybe, text })),
  checked: z.array(z.object({ result: checkedBlock, version: maybe })),
  verdicts: z.array(verdict),
});

/** Raised whenever the file's shape changes, so that an older file is refused with a clear message. */
const VERSION = 1;

const baselineSchema = z.object({
  version: z.literal(VERSION),
  site: text,
  at: z.coerce.date(),
  /** The options that results depend on: with others, every text is checked again. */
  options: text,
  issues: z.array(rememberedIssueSchema),
  linkRules: z.number(),
  renderProofs: renderProofsSchema,
  learnedTraps: z.array(learnedTrapSchema),
  memory,
  /** The reason why the last run failed; absent: it did not. */
  failure: text.optional(),
});
/** Everything that `npm run check -- --baseline FILE` keeps between two runs. */
export type Baseline = Omit<z.infer<typeof baselineSchema>, "memory" | "version"> & { memory: SavedMemory };

/**
 * Reads a baseline; null if there is no such file yet.
 * @throws DomainError `invalid-input` if it cannot be read, or is about another site.
 */
export async function readBaseline(path: string, site: string): Promise<Baseline | null> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw refused(`${path} could not be read (${errorCode(error)}).`);
  }
  const parsed = baselineSchema.safeParse(parseJson(content));
  if (!parsed.success)
    throw refused(
      `${path} is not a baseline that this version can read. Delete it to start with a new one, or name another file.`,
    );
  if (parsed.data.site !== site)
    throw refused(`${path} is the baseline of ${parsed.data.site}. Name another file for ${site}.`);
  return parsed.data;
}

/** Writes a baseline beside its place first, so that an interrupted run leaves the old one whole. */
export async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify({ version: VERSION, ...baseline })}\n`);
    await rename(draft, path);
  } catch (error) {
    throw refused(`${path} could not be written (${errorCode(error)}).`);
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refused(message: string): DomainError {
  return new DomainError("invalid-input", `--baseline: ${message}`);
}

import { z } from "zod";
import { type Finding, WORD_EVIDENCE, wordingSchema } from "#worker/core/checks/finding.ts";
import type { StyleMatch } from "#worker/core/checks/style/rule-matcher.ts";
import { BLOCK_KINDS } from "#worker/core/page/block.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";
import type { SnapshotBlock } from "#worker/core/page/snapshot/snapshot.ts";

/** Schemas of the JSON columns. Values are checked when read, so that a row of an older shape fails with a clear message. */
export const storedFinding = z.object({
  ...wordingSchema.shape,
  range: z.object({ start: z.number(), end: z.number() }).nullable(),
  holds: z.object({ from: z.string(), until: z.string().nullable() }).optional(),
  evidence: z.enum(WORD_EVIDENCE).optional(),
}) satisfies z.ZodType<Finding>;

export const storedMatch = z.object({
  ruleId: z.string(),
  start: z.number(),
  end: z.number(),
}) satisfies z.ZodType<StyleMatch>;

export const storedBlockKind = z.enum(BLOCK_KINDS);

export const storedBlock = z.object({
  hash: z.string(),
  kind: storedBlockKind,
  selector: z.string(),
}) satisfies z.ZodType<SnapshotBlock>;

export const storedLink = z.object({
  url: z.string(),
  href: z.string(),
  text: z.string(),
  element: z.string(),
  rel: z.string().nullable(),
  selector: z.string(),
}) satisfies z.ZodType<PageLink>;

/**
 * Returns JSON that PostgreSQL accepts: replaces NUL and lone surrogates, which a hostile page may contain and jsonb refuses,
 * with U+FFFD.
 */
export function toStoredJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storable(part) : part));
}

/** Returns text that PostgreSQL accepts: see `toStoredJson`. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

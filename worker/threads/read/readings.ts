import { judgeSecondLook } from "#worker/core/checks/links/judge/judge-second-look.ts";
import { readTarget } from "#worker/core/checks/links/read-target.ts";
import { findProofTag } from "#worker/core/ownership/proof.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { sheetUrls } from "#worker/core/page/html/sheet-urls.ts";
import { parseSitemap } from "#worker/core/sitemap/parse-sitemap.ts";

/** All functions that parse text from outside, which is their first argument. They are pure, so that they can run in another thread. */
const READINGS = {
  page: extractPage,
  target: readTarget,
  secondLook: judgeSecondLook,
  sheet: sheetUrls,
  sitemap: parseSitemap,
  proofTag: findProofTag,
};

const KINDS = ["page", "target", "secondLook", "sheet", "sitemap", "proofTag"] as const;
export type Reading = (typeof KINDS)[number];
type Arguments = { [Kind in Reading]: Parameters<(typeof READINGS)[Kind]> };
type Results = { [Kind in Reading]: ReturnType<(typeof READINGS)[Kind]> };

const BY_KIND: { [Kind in Reading]: (...args: Arguments[Kind]) => Results[Kind] } = READINGS;

/** A task of a reading thread: the arguments, under the kind of reading. */
export type ReadTask = Partial<Arguments>;
/** Its result, under the same kind. */
export type ReadAnswer = Partial<Results>;

/** Parses a text, here or in a thread. Rejects with `ReadingBrokeOffError` if that took too long or too much memory. */
export type Read = <Kind extends Reading>(kind: Kind, ...args: Arguments[Kind]) => Promise<Results[Kind]>;

/** Parses a text at once. */
export function perform<Kind extends Reading>(kind: Kind, args: Arguments[Kind]): Results[Kind] {
  return BY_KIND[kind](...args);
}

/** Performs the task of a reading thread. */
export function performTask(task: ReadTask): ReadAnswer {
  const answer: ReadAnswer = {};
  const add = <Kind extends Reading>(kind: Kind): void => {
    const args: ReadTask[Kind] = task[kind];
    if (args) answer[kind] = perform<Kind>(kind, args);
  };
  for (const kind of KINDS) add(kind);
  return answer;
}

/** Parses in the caller's own thread. */
export const readHere: Read = async (kind, ...args) => perform(kind, args);

/** One text could not be parsed, because the thread hung or died on it. */
export class ReadingBrokeOffError extends Error {
  override name = "ReadingBrokeOffError";
}

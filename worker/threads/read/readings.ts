import { judgeSecondLook } from "#worker/core/checks/links/judge-second-look.ts";
import { readTarget } from "#worker/core/checks/links/read-target.ts";
import { findProofTag } from "#worker/core/ownership/proof.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { sheetUrls } from "#worker/core/page/html/sheet-urls.ts";
import { parseSitemap } from "#worker/core/sitemap/parse-sitemap.ts";

/** All that takes foreign text apart; the text comes first. Each is pure, so that it can be done in another thread. */
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

/** Tasks of a reading thread: the arguments and the result, each under its kind. */
export type ReadTask = Partial<Arguments>;
export type ReadAnswer = Partial<Results>;

/** Takes a text apart, wherever that is done. Rejects with `ReadingBrokeOffError` where it took too long or too much memory. */
export type Read = <Kind extends Reading>(kind: Kind, ...args: Arguments[Kind]) => Promise<Results[Kind]>;

/** Does a reading at once. */
export function perform<Kind extends Reading>(kind: Kind, args: Arguments[Kind]): Results[Kind] {
  return BY_KIND[kind](...args);
}

/** Does what a reading thread is asked. */
export function performTask(task: ReadTask): ReadAnswer {
  const answer: ReadAnswer = {};
  const add = <Kind extends Reading>(kind: Kind): void => {
    const args: ReadTask[Kind] = task[kind];
    if (args) answer[kind] = perform<Kind>(kind, args);
  };
  for (const kind of KINDS) add(kind);
  return answer;
}

/** A reader in the caller's own thread. */
export const readHere: Read = async (kind, ...args) => perform(kind, args);

/** One text could not be taken apart: the thread that tried hung or died. */
export class ReadingBrokeOffError extends Error {
  override name = "ReadingBrokeOffError";
}

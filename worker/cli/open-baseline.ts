import { LINK_RULES_VERSION } from "#worker/core/checks/links/link-rules.ts";
import type { HouseStyle } from "#worker/core/checks/style/house-style.ts";
import type { RememberedCrawl } from "#worker/core/issues/remembered-issue.ts";
import { compareCrawls } from "#worker/core/report/compare-crawls.ts";
import type { ReportChange } from "#worker/core/report/report.ts";
import type { CrawlAccount, CrawlFailure, CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import type { InProcessMemory, SavedMemory } from "#worker/crawl/in-process-memory.ts";
import type { CheckArguments } from "./arguments.ts";
import { type Baseline, readBaseline, writeBaseline } from "./baseline-file.ts";

const MISSING: CrawlFailure["code"] = "pages-missing";

type Result = { memory: InProcessMemory; style: HouseStyle; account: Pick<CrawlAccount, "renderProofs" | "learnedTraps"> };

/** A baseline for one run. `learned`: what the last run learnt for this plan. */
export type OpenBaseline = {
  memory: SavedMemory | undefined;
  learned: Pick<CrawlPlan, "renderProofs" | "learnedTraps" | "believesMissing">;
  /** Stores why this run failed, and nothing else. */
  noteFailure(failure: CrawlFailure): Promise<void>;
  /** Returns what changed since the last run, and stores this one. */
  compare(plan: Pick<CrawlPlan, "only" | "language">, result: Result): Promise<ReportChange[]>;
};

type Wanted = Pick<CheckArguments, "only" | "lang"> & { startUrl: string };

/** Opens the baseline of a site. @throws DomainError as `readBaseline` does. */
export async function openBaseline(path: string, { startUrl, only, lang }: Wanted): Promise<OpenBaseline> {
  const before = await readBaseline(path, startUrl);
  const options = JSON.stringify([lang, only.toSorted()]);
  const known = before && before.options !== options ? { ...before, memory: withoutResults(before.memory) } : before;
  const believesMissing = before?.failure === MISSING;
  return {
    memory: known?.memory,
    learned: { renderProofs: known?.renderProofs ?? {}, learnedTraps: known?.learnedTraps ?? [], believesMissing },
    noteFailure: async ({ code }) => {
      if (before) await writeBaseline(path, { ...before, failure: code });
    },
    compare: async (plan, { memory, style, account }) => {
      const now = new Date();
      const { changes, issues } = compareCrawls(before && rememberedOf(before), {
        pages: memory.pages().map(({ visit, known: { url, snapshot }, isUnread }) => {
          const isNew = visit.outcome === "new" || visit.outcome === "changed";
          return { url, snapshot, isReread: visit.isReread, isNew, isUnread };
        }),
        block: memory.block,
        checked: memory.checked,
        verdicts: memory.verdicts(),
        style,
        only: plan.only,
        language: plan.language,
        believesMissing,
        now,
      });
      const { renderProofs, learnedTraps } = account;
      const learned = { renderProofs, learnedTraps, linkRules: LINK_RULES_VERSION };
      await writeBaseline(path, { site: startUrl, at: now, options, issues, ...learned, memory: memory.save() });
      return changes;
    },
  };
}

function rememberedOf({ issues, at, memory, linkRules }: Baseline): RememberedCrawl {
  return {
    issues,
    at,
    linkRules,
    blocks: new Set(memory.blocks.map(({ hash }) => hash)),
    judged: new Set(memory.verdicts.map(({ url }) => url)),
  };
}

/** Returns a memory whose texts are checked again because other checks run. */
function withoutResults(memory: SavedMemory): SavedMemory {
  const pages = memory.pages.map(({ visit, known }) => ({ visit, known: { ...known, checksVersion: null } }));
  return { ...memory, pages, checked: [] };
}

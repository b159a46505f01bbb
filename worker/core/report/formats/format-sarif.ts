import { CHECK_KINDS } from "../../checks/check-kinds.ts";
import type { Severity } from "../../checks/finding.ts";
import { fnvHash } from "../../text/fnv-hash.ts";
import { type ItemStatus, listItems, type ReportItem } from "./list-items.ts";
import type { ReportRun } from "./report-run.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", hint: "note" };
const BASELINE_STATES: Record<ItemStatus, "new" | "unchanged" | "absent"> = {
  new: "new",
  known: "unchanged",
  unsure: "unchanged",
  fixed: "absent",
};
/** Places listed for one result; a mistake in a footer is on all pages. */
const MOST_PLACES = 100;

/**
 * Formats reports as SARIF 2.1.0 (OASIS), one run for each site. A result's locations are pages; `rank` is the confidence in percent. The
 * parts that were not checked are notifications of the run.
 */
export function formatSarif(runs: readonly ReportRun[]): string {
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: runs.map(runOf) }, null, 2)}\n`;
}

function runOf({ report, notChecked, failure }: ReportRun) {
  const items = listItems(report);
  const rules = [...new Map(items.map((item) => [item.rule, item])).values()];
  const indexes = new Map(rules.map(({ rule }, index) => [rule, index]));
  const isCompared = report.changes !== undefined;
  return {
    tool: {
      driver: {
        name: "Flawless",
        rules: rules.map(({ rule, check }) => ({
          id: rule,
          shortDescription: { text: `${CHECK_KINDS[check].heading}: ${rule}` },
        })),
      },
    },
    automationDetails: { id: report.site },
    invocations: [
      {
        executionSuccessful: failure === null,
        toolExecutionNotifications: [
          ...(failure ? [{ level: "error", descriptor: { id: failure.code }, message: { text: failure.message } }] : []),
          ...notChecked.map(({ code, message }) => ({ level: "note", descriptor: { id: code }, message: { text: message } })),
        ],
      },
    ],
    results: items.map((item) => resultOf(item, indexes.get(item.rule), isCompared)),
  };
}

function resultOf(item: ReportItem, ruleIndex: number | undefined, isCompared: boolean) {
  const { finding, rule, places, status } = item;
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(item),
    ...(finding ? { rank: Math.round(finding.confidence * 1000) / 10 } : { kind: "pass" }),
    ...(isCompared ? { baselineState: BASELINE_STATES[status] } : {}),
    message: { text: messageOf(item) },
    partialFingerprints: { "mistake/v1": fnvHash(JSON.stringify([rule, item.text])).toString(16) },
    locations: places.slice(0, MOST_PLACES).map(({ url, selector }) => ({
      physicalLocation: {
        artifactLocation: { uri: url },
        ...(finding?.excerpt ? { region: { startLine: 1, snippet: { text: finding.excerpt } } } : {}),
      },
      logicalLocations: [{ fullyQualifiedName: selector, kind: "element" }],
    })),
  };
}

function levelOf({ finding, status }: ReportItem): "error" | "warning" | "note" | "none" {
  if (finding === null) return "none";
  return status === "unsure" ? "note" : LEVELS[finding.severity];
}

function messageOf({ finding, message, text }: ReportItem): string {
  const best = finding?.suggestions[0];
  return best ? `${text} → ${best}. ${message}` : `${text}: ${message}`;
}

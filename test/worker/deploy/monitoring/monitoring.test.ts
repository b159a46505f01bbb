import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { measureProcess, registry, serviceRegistry } from "#worker/telemetry/registry.ts";
import "#worker/telemetry/service-metrics.ts";
import "#worker/telemetry/web-metrics.ts";
import "#worker/telemetry/worker-metrics.ts";

const FOLDER = join(import.meta.dirname, "../../../../worker/deploy/monitoring");
/** Endings that Prometheus adds to the name of a histogram, and labels that it adds to each metric. */
const PARTS = /_(?:bucket|count|sum)$/;
const ADDED_LABELS = new Set(["job", "instance", "le"]);

const ruleSchema = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(["critical", "warning"]) }),
  annotations: z.object({ summary: z.string(), action: z.string() }),
});
const rulesSchema = z.object({ groups: z.array(z.object({ rules: z.array(ruleSchema) })) });
const testsSchema = z.object({
  tests: z.array(
    z.object({
      input_series: z.array(z.object({ series: z.string() })),
      alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })),
    }),
  ),
});
const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).optional() })),
});

/** The types of prom-client leave out the labels. */
const measuredSchema = z.array(
  z.object({ name: z.string(), help: z.string(), type: z.string(), labelNames: z.array(z.string()) }),
);
const allMetrics = () => [...registry.getMetricsAsArray(), ...serviceRegistry.getMetricsAsArray()];
const measured = () => measuredSchema.parse(allMetrics());

const readText = (name: string) => readFile(join(FOLDER, name), "utf8");
const readYaml = async (name: string): Promise<unknown> => parse(await readText(name));

type Use = { metric: string; labels: string[] };

/** Returns the metrics in an expression of PromQL, with the labels that select from them. */
function usesOf(expression: string): Use[] {
  return [...expression.matchAll(/\b((?:flawless|nodejs|process)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)].map(
    ([, metric = "", labels = ""]) => ({
      metric,
      labels: [...labels.matchAll(/([a-z_]+)\s*=/g)].map(([, label = ""]) => label),
    }),
  );
}

/** Returns what an expression names that this product does not measure. */
function unknownIn(expression: string): string[] {
  const known = new Map(measured().map(({ name, labelNames }) => [name, new Set(labelNames)]));
  return usesOf(expression).flatMap(({ metric, labels }) => {
    const own = known.get(metric) ?? known.get(metric.replace(PARTS, ""));
    if (!own) return [metric];
    return labels.filter((label) => !own.has(label) && !ADDED_LABELS.has(label)).map((label) => `${metric}{${label}}`);
  });
}

beforeAll(() => measureProcess());

describe("the alerts", async () => {
  const { groups } = rulesSchema.parse(await readYaml("alerts.yml"));
  const { tests } = testsSchema.parse(await readYaml("alerts.test.yml"));
  const rules = groups.flatMap(({ rules: own }) => own);

  it.each(rules.map(({ alert, expr }) => [alert, expr]))("%s names metrics that exist", (_, expr) => {
    expect(expr).toMatch(/flawless_|nodejs_|up\{/);
    expect(unknownIn(expr)).toEqual([]);
  });

  it("are each tested with a case in which they fire", () => {
    const fired = tests.flatMap(({ alert_rule_test: cases }) => cases.filter(({ exp_alerts }) => exp_alerts.length > 0));
    expect(rules.map(({ alert }) => alert).filter((name) => !fired.some(({ alertname }) => alertname === name))).toEqual([]);
  });

  it("are tested with series that exist", () => {
    const series = tests
      .flatMap(({ input_series: given }) => given.map((one) => one.series))
      .filter((one) => !one.startsWith("up{"));
    expect(series.flatMap(unknownIn)).toEqual([]);
  });
});

describe("the dashboard", async () => {
  const { panels } = dashboardSchema.parse(JSON.parse(await readText("dashboard.json")));

  it.each(panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr])))(
    "names metrics that exist: %s",
    (_, expr) => {
      expect(usesOf(expr).length).toBeGreaterThan(0);
      expect(unknownIn(expr)).toEqual([]);
    },
  );

  it("shows every metric of the product", () => {
    const shown = panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => usesOf(expr)));
    const names = new Set(shown.map(({ metric }) => metric.replace(PARTS, "")));
    const own = measured().map(({ name }) => name);
    expect(own.filter((name) => name.startsWith("flawless_") && !names.has(name)).sort()).toEqual([
      // In an alert only.
      "flawless_repeated_job_last_success_timestamp_seconds",
      "flawless_sites_late_oldest_age_seconds",
    ]);
  });
});

it("names metrics by the conventions of Prometheus, with few labels", () => {
  const described = z.array(
    z.object({ name: z.string(), help: z.string(), type: z.string(), labelNames: z.array(z.string()) }),
  );
  const own = allMetrics().filter(({ name }) => name.startsWith("flawless_"));
  for (const { name, help, type, labelNames } of described.parse(own)) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(help).toMatch(/^\S.*[.:;]/);
    expect(name.endsWith("_total"), name).toBe(type === "counter");
    // Labels of a site, a team or an address would make a series for each.
    expect([
      "currency",
      "instance",
      "job",
      "kind",
      "method",
      "outcome",
      "plan",
      "purpose",
      "queue",
      "reason",
      "route",
      "start",
      "relay",
      "state",
      "status",
      "step",
    ]).toEqual(expect.arrayContaining([...labelNames]));
  }
});

describe("promtool", async () => {
  const run = promisify(execFile);
  const program = process.env.PROMTOOL || "promtool";
  const isThere = await run(program, ["--version"]).then(
    () => true,
    () => false,
  );
  const title = isThere
    ? "accepts rules and configuration, and their tests pass"
    : "is not on this machine: apt-get install prometheus";

  it.skipIf(!isThere)(title, async () => {
    const options = { cwd: FOLDER };
    expect((await run(program, ["check", "rules", "alerts.yml"], options)).stdout).toContain("SUCCESS");
    expect((await run(program, ["check", "config", "--syntax-only", "prometheus.yml"], options)).stdout).toContain("SUCCESS");
    expect((await run(program, ["test", "rules", "alerts.test.yml"], options)).stdout).toContain("SUCCESS");
  });
});

import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { percentile } from "#test/bench/load/percentile.ts";
import { descendantsMs, processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { type Answered, sendAtRate, sendInTurn } from "#test/bench/load/send-at-rate.ts";
import { startNode } from "#test/support/child-process.ts";
import { makeRandom } from "#test/support/make-random.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { seedTeamsOfIssues } from "../data/seed-many-issues.ts";
import { PAGE_KINDS, planRequests } from "./app-requests.ts";
import { signInMembers } from "./sign-in-members.ts";

/**
 * Measures pages of signed-in people of the built product (`npm run build` first) with 1,000 sites and 200,000 issues: all pages at a
 * constant rate just after the start, while V8 still compiles; each page by itself, with the processor time that it costs; and, for the bar,
 * all at the full rate. Times count from the planned moment of sending. Sender, web and PostgreSQL share the machine.
 * `node test/bench/web/app-pages.ts [--rate 50] [--seconds 60] [--warm 40] [--teams 20] [--processes N] [--profile FOLDER]`
 */
const { values } = parseArgs({
  options: {
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "60" },
    warm: { type: "string", default: "40" },
    teams: { type: "string", default: "20" },
    sites: { type: "string", default: "1000" },
    issues: { type: "string", default: "200000" },
    alone: { type: "string", default: "150" },
    processes: { type: "string", default: "" },
    profile: { type: "string" },
  },
});
const MOST_P99_MS = 300;
/** Just after their start, two processes manage this without a queue that grows. */
const WARM_RATE = 30;
const [rate, teams] = [Number(values.rate), Number(values.teams)];
const root = join(import.meta.dirname, "..", "..", "..");

const postgres = await startThrowawayPostgres();
const db = createDatabase(postgres.url, 3);
try {
  await migrate(postgres.url);
  const began = performance.now();
  const sitesOfTeam = Math.round(Number(values.sites) / teams);
  await seedTeamsOfIssues(
    db,
    Array.from({ length: teams }, (_, at) => ({
      id: `team${at}`,
      sites: sitesOfTeam,
      issues: Math.round(Number(values.issues) / teams),
      pages: [2_000, 50],
      crawls: 30,
    })),
  );
  print(
    `${values.sites} sites of ${teams} teams, ${values.issues} issues, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const web = await startWeb();
  try {
    const cookies = await signInMembers({ db, url: web.url, teams });
    const random = makeRandom(7);
    const plan = (count: number, only?: (typeof PAGE_KINDS)[number]) =>
      planRequests({ db, url: web.url, cookies, sitesOfTeam, random, count, only });
    const readPostgres = await watchPostgres(db);
    const webMs = async () => (await processMs(web.pid)) + (await descendantsMs(web.pid));
    const processors = async () => ({ web: await webMs(), postgres: await readPostgres(), own: ownMs() });
    const early = await sendAtRate(await plan(WARM_RATE * Number(values.warm)), WARM_RATE);
    print(`\njust after the start, ${WARM_RATE} requests a second for ${values.warm} s`);
    printTimes(early, WARM_RATE);

    print("\n| page, alone | median | bytes sent | processor: web | PostgreSQL |\n| --- | --- | --- | --- | --- |");
    let cost = 0;
    for (const kind of PAGE_KINDS) {
      const planned = await plan(Number(values.alone), kind);
      const before = await processors();
      const answers = refuseErrors(await sendInTurn(planned));
      const after = await processors();
      const each = (name: "web" | "postgres") => (after[name] - before[name]) / planned.length;
      cost += (each("web") + each("postgres")) / PAGE_KINDS.length;
      const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0) / answers.length;
      const times = answers.map(({ ms }) => ms);
      const cells = [
        kind,
        ms(percentile(times, 0.5)),
        `${(bytes / 1000).toFixed(0)} kB`,
        ms(each("web")),
        ms(each("postgres")),
      ];
      print(`| ${cells.join(" | ")} |`);
    }
    print(
      `\n${cost.toFixed(1)} ms of processor a request on average: ${((cost * rate) / 10).toFixed(0)} % of a core at ${rate} a second`,
    );

    const planned = await plan(rate * Number(values.seconds));
    const before = await processors();
    const started = performance.now();
    const answers = await sendAtRate(planned, rate);
    const took = performance.now() - started;
    const after = await processors();
    print(`\n${rate} requests a second for ${values.seconds} s, answered after ${(took / 1000).toFixed(1)} s`);
    const p99 = printTimes(answers, rate);
    const share = (name: keyof typeof after) => `${(((after[name] - before[name]) / took) * 100).toFixed(0)} %`;
    print(`\nprocessor, of one core: web ${share("web")}, PostgreSQL ${share("postgres")}, this sender ${share("own")}`);
    if (p99 > MOST_P99_MS || answers.some(({ error }) => error)) process.exitCode = 1;
  } finally {
    await web.stop();
  }
} finally {
  await db.$disconnect();
  await postgres.stop();
}

async function startWeb() {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = values.profile ? ["--cpu-prof", `--cpu-prof-dir=${values.profile}`] : [];
  const [first = "", ...rest] = [...flags, join(root, "dist", "web.mjs")];
  const web = startNode(first, rest, {
    DATABASE_URL: postgres.url,
    APP_URL: url,
    PORT: String(port),
    WEB_PROCESSES: values.processes,
    AUTH_SECRET: "a secret of the benchmark, at least 32 characters",
  });
  await web.printed(/Ready/);
  await waitFor(`${url} to answer`, async () => (await fetch(`${url}/api/health`).catch(() => null))?.ok === true);
  return { url, pid: web.pid, stop: () => web.stop() };
}

/** Prints a line for each page and returns the 99th percentile of all. */
function printTimes(answers: readonly Answered[], sentRate: number): number {
  print(`| page, at ${sentRate} a second | requests | p50 | p95 | p99 | errors |\n| --- | --- | --- | --- | --- | --- |`);
  const line = (name: string, some: readonly Answered[]) => {
    const times = some.map((answer) => answer.ms);
    const errors = some.filter(({ error }) => error !== null).length;
    const cells = [name, some.length, ...[0.5, 0.95, 0.99].map((part) => ms(percentile(times, part))), errors];
    print(`| ${cells.join(" | ")} |`);
    return percentile(times, 0.99);
  };
  for (const kind of PAGE_KINDS)
    line(
      kind,
      answers.filter((answer) => answer.kind === kind),
    );
  const faults = new Set(answers.flatMap(({ error }) => error ?? []));
  const p99 = line(sentRate === rate ? `all (p99 must be ≤ ${MOST_P99_MS} ms)` : "all", answers);
  if (faults.size > 0) print(`errors: ${[...faults].join("; ")}`);
  return p99;
}

function refuseErrors(answers: Answered[]): Answered[] {
  const wrong = answers.find(({ error }) => error !== null);
  if (wrong) throw new Error(`A page of the kind "${wrong.kind}" was not sent: ${wrong.error}`);
  return answers;
}

function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

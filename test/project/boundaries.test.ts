import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "..", "..");

/** Rule, importing file, import: each is a file of a small tree that breaks the rule once. */
const FORBIDDEN: [rule: string, file: string, imported: string][] = [
  ["core-is-pure", "worker/core/reads-rows.ts", "#prisma/client.ts"],
  ["core-is-pure", "worker/core/visits.ts", "../browser/open-page.ts"],
  ["core-is-pure", "worker/core/logs.ts", "#worker/log.ts"],
  ["core-is-pure", "worker/core/mails.ts", "#emails/mailer.ts"],
  ["core-without-node", "worker/core/reads-disk.ts", "node:fs"],
  ["core-without-node", "worker/core/hashes.ts", "crypto"],
  ["core-packages-are-pure", "worker/core/fetches.ts", "undici"],
  ["core-packages-are-pure", "worker/core/logs-itself.ts", "pino"],
  ["app-not-worker-rim", "app/crawls-itself.ts", "#worker/browser/open-page.ts"],
  ["app-not-worker-rim", "app/crawls-by-path.ts", "../worker/browser/open-page.ts"],
  ["app-not-worker-rim", "proxy.ts", "./worker/browser/open-page.ts"],
  ["app-not-heavy-checks", "app/spells.ts", "#worker/core/checks/spelling.ts"],
  ["nobody-imports-app", "worker/jobs/shows.ts", "#app/_lib/session/session.ts"],
  ["nobody-imports-app", "prisma/queries/find-me.ts", "#app/_lib/session/session.ts"],
  ["nobody-imports-app", "emails/greets.tsx", "#app/_lib/session/session.ts"],
  ["emails-not-outside", "emails/counts.tsx", "#prisma/client.ts"],
  ["emails-not-outside", "emails/visits.tsx", "#worker/browser/open-page.ts"],
  ["prisma-not-outside", "prisma/queries/mails.ts", "#emails/mailer.ts"],
  ["prisma-not-outside", "prisma/queries/visits.ts", "#worker/browser/open-page.ts"],
  ["writes-only-in-verbs", "app/sites/page.tsx", "#prisma/queries/crawls/recording/record-crawl.ts"],
  ["writes-only-in-verbs", "app/sites/list.tsx", "#prisma/queries/sites/delete-site.ts"],
  ["writes-only-in-verbs", "app/sites/try.ts", "#prisma/queries/security/count-attempt.ts"],
  ["writes-only-in-verbs", "app/sites/find-nothing.ts", "../../prisma/queries/sites/site-verification.ts"],
  ["writes-only-in-verbs", "app/api/unsubscribe/route.ts", "#prisma/queries/recipients/unsubscribe-recipient.ts"],
  ["product-not-test", "worker/jobs/pays.ts", "#test/stripe/server.ts"],
  ["launch-is-outermost", "worker/jobs/starts.ts", "#worker/launch/launcher.ts"],
  ["worker-floors", "worker/http/read/crawls.ts", "#worker/crawl/steps/settle.ts"],
  ["worker-floors", "worker/threads/read/fetches.ts", "#worker/http/client/fetch.ts"],
  ["worker-http-floors", "worker/http/client/reads.ts", "../read/robots.ts"],
  ["worker-http-floors", "worker/http/links/reads.ts", "../read/robots.ts"],
  ["worker-crawl-floors", "worker/crawl/memo/settles.ts", "../steps/settle.ts"],
  ["worker-core-floors", "worker/core/checks/follows.ts", "../issues/reconcile.ts"],
  ["worker-launch-floors", "worker/launch/process/builds.ts", "../prepare/build.ts"],
  ["next-only-in-app", "emails/routes.tsx", "next/link"],
  ["react-dom-only-to-render", "worker/jobs/draws.ts", "react-dom/server"],
  ["stripe-only-in-app", "worker/jobs/charges.ts", "stripe"],
  ["browser-only-in-worker", "worker/jobs/drives.ts", "playwright"],
  ["mail-only-in-mailer", "worker/jobs/sends.ts", "nodemailer"],
  ["mail-only-in-mailer", "app/_verbs/sends.ts", "nodemailer"],
  ["imports-resolve", "worker/jobs/mistypes.ts", "#worker/core/no-such-file.ts"],
  ["packages-are-declared", "worker/jobs/borrows.ts", "kysely"],
  ["product-not-dev-packages", "worker/jobs/tests.ts", "smtp-server"],
  ["no-circular", "worker/core/egg.ts", "./hen.ts"],
];

const ALLOWED: [file: string, imported: string][] = [
  ["worker/core/computes.ts", "./plans.ts"],
  ["worker/core/parses.ts", "parse5"],
  ["worker/http/links/fetches.ts", "../client/fetch.ts"],
  ["worker/http/read/uses-its-room.ts", "./robots.ts"],
  ["worker/crawl/steps/fetches.ts", "#worker/http/client/fetch.ts"],
  ["worker/core/validates.ts", "zod"],
  ["worker/browser/open-page.ts", "playwright"],
  ["worker/jobs/crawls.ts", "#worker/browser/open-page.ts"],
  ["worker/jobs/records.ts", "#prisma/queries/crawls/recording/record-crawl.ts"],
  ["worker/jobs/reads-disk.ts", "node:fs"],
  ["emails/mailer.ts", "nodemailer"],
  ["emails/words.tsx", "#worker/core/plans.ts"],
  ["prisma/queries/crawls/recording/record-crawl.ts", "#worker/core/plans.ts"],
  ["app/_lib/stripe/pays.ts", "stripe"],
  ["app/_lib/logs.ts", "#worker/log.ts"],
  ["app/_verbs/records.ts", "#prisma/queries/crawls/recording/record-crawl.ts"],
  ["app/sites/layout.tsx", "#prisma/queries/sites/find-sites.ts"],
  ["app/sites/shown.tsx", "#prisma/queries/sites/find-site.ts"],
  ["app/sites/counted.tsx", "#prisma/queries/issues/count-issues.ts"],
  ["app/sites/asked.tsx", "#prisma/queries/pages/is-orphan.ts"],
  ["app/sites/seen.tsx", "#prisma/queries/issues/issue-view.ts"],
  ["app/sites/filtered.tsx", "#prisma/queries/issues/issue-filter.ts"],
  ["app/_lib/stripe/records-events.ts", "#prisma/queries/teams/record-stripe-event.ts"],
  ["app/_verbs/adds.ts", "#prisma/queries/sites/delete-site.ts"],
  ["app/plans.tsx", "#worker/core/plans.ts"],
  ["app/names-checks.tsx", "#worker/core/checks/check-kinds.ts"],
  ["test/stripe/uses.ts", "smtp-server"],
];

/** Targets of the imports above. */
const TARGETS = [
  "prisma/client.ts",
  "prisma/queries/sites/find-sites.ts",
  "prisma/queries/sites/find-site.ts",
  "prisma/queries/sites/delete-site.ts",
  "prisma/queries/sites/site-verification.ts",
  "prisma/queries/recipients/unsubscribe-recipient.ts",
  "prisma/queries/issues/count-issues.ts",
  "prisma/queries/issues/issue-view.ts",
  "prisma/queries/issues/issue-filter.ts",
  "prisma/queries/pages/is-orphan.ts",
  "prisma/queries/security/count-attempt.ts",
  "prisma/queries/teams/record-stripe-event.ts",
  "worker/log.ts",
  "worker/launch/launcher.ts",
  "worker/core/plans.ts",
  "worker/core/checks/check-kinds.ts",
  "worker/core/checks/spelling.ts",
  "worker/core/issues/reconcile.ts",
  "worker/crawl/steps/settle.ts",
  "worker/http/client/fetch.ts",
  "worker/http/read/robots.ts",
  "worker/launch/prepare/build.ts",
  "app/_lib/session/session.ts",
  "test/stripe/server.ts",
];

const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let tree: string;
let broken: Map<string, string[]>;

beforeAll(async () => {
  tree = await realpath(await mkdtemp(join(tmpdir(), "flawless-boundaries-")));
  for (const name of ["package.json", "tsconfig.json"]) await copyFile(join(ROOT, name), join(tree, name));
  await symlink(join(ROOT, "node_modules"), join(tree, "node_modules"));
  for (const target of TARGETS) await write(target, "export const here = 1;\n");
  const imports = [...FORBIDDEN.map(([, file, imported]) => [file, imported] as const), ...ALLOWED];
  for (const [file, imported] of imports) await write(file, `import * as it from "${imported}";\nexport const used = it;\n`);
  await write("worker/core/hen.ts", 'export * from "./egg.ts";\n');
  broken = await cruise();
}, 60_000);

afterAll(() => rm(tree, { recursive: true, force: true }));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), content);
}

/** Returns the names of the rules that each file breaks. */
async function cruise(): Promise<Map<string, string[]>> {
  const tool = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const args = [tool, "--config", join(ROOT, "test", "boundaries.cjs"), "--output-type", "json"];
  const folders = ["app", "worker", "prisma", "emails", "test", "proxy.ts"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [...args, ...folders], { cwd: tree, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout));
  });
  const rules = new Map<string, string[]>();
  for (const { from, rule } of reportSchema.parse(JSON.parse(output)).summary.violations) {
    rules.set(from, [...(rules.get(from) ?? []), rule.name]);
  }
  return rules;
}

describe("import rules", () => {
  it.each(FORBIDDEN)("%s: %s may not import %s", (rule, file) => {
    expect(broken.get(file)).toContain(rule);
  });

  it.each(ALLOWED)("%s may import %s", (file) => {
    expect((broken.get(file) ?? []).filter((rule) => rule !== "no-orphans")).toEqual([]);
  });
});

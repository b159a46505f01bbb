import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { createDatabase } from "#prisma/client.ts";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { serveSite } from "#test/support/servers/site-server.ts";
import { startSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { Image } from "./build-image.ts";
import { type Container, startContainer } from "./container.ts";

const PATIENCE_MS = 300_000;
const MANIFESTS = "worker/deploy/kubernetes";
/** Only a browser sees the second mistake. */
const PAGE = `<!doctype html><html lang="en"><title>Harbour Bakery</title><h1>Harbour Bakery</h1>
<p>We bake our bread every morning, and we recieve the flour from a mill nearby.</p><div id="app"></div>
<script>document.getElementById("app").innerHTML = "<p>Our shop opens at seven, and it is definately worth a visit.</p>";</script></html>`;

/**
 * Runs an image as the Kubernetes manifests do: migrates, starts web and worker, waits until both are ready, crawls a site with the browser, waits for the
 * report, and stops both. Returns the faults.
 */
export async function checkProduct(image: Image, say: (line: string) => void): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "flawless-image-run-"));
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "site", "index.html"), PAGE);
  const [postgres, site, mail] = [
    await startEmbeddedPostgres({ dataDir: join(folder, "postgres"), log: say }),
    await serveSite(join(folder, "site")),
    await startSmtpServer(),
  ];
  const [port, workerPort] = [await findFreePort(), await findFreePort()];
  const environment = {
    DATABASE_URL: postgres.url,
    APP_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    AUTH_SECRET: "a secret of the drill, at least 32 characters",
    SECRETS_KEY: "another-secret-of-the-drill-of-more-than-32-characters",
    SMTP_URL: `${mail.url}?tls=never`,
    MAIL_FROM: "Flawless <hello@flawless.example>",
    ALLOWED_PRIVATE_HOSTS: new URL(site.url).host,
    DRAIN_SECONDS: "1",
  };
  const running: Container[] = [];
  const start = async (command: string[], extra: Record<string, string> = {}) => {
    const settings = { ...image.settings, environment: { ...image.settings.environment, ...environment, ...extra } };
    const container = await startContainer(image.root, settings, [...image.entrypoint, ...command]);
    running.push(container);
    return container;
  };
  const db = createDatabase(postgres.url);
  try {
    const migration = await start(await readArgs("migrate/migrate.yaml", "Job"));
    if ((await migration.exited) !== 0) return [`The migration failed: ${migration.output()}`];
    say("Migrated.");
    const web = await start(image.command);
    const worker = await start(await readArgs("app/worker.yaml", "Deployment"));
    const places = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${workerPort}`];
    for (const place of places) for (const path of ["/healthz", "/readyz"]) await answers(`${place}${path}`, [web, worker]);
    say("Web and worker answer /healthz and /readyz.");
    const check = await start(image.healthCheck);
    const faults = (await check.exited) === 0 ? [] : [`The image's own health check failed: ${check.output()}`];

    const { siteId, email } = await addTestSite(db, { startUrl: `${site.url}/` });
    await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: new Date(), provenAt: new Date(), provenBy: "file" } });
    faults.push(...(await checkSandbox(worker.pid)));
    await waitFor("the crawl", async () => (await db.crawl.count({ where: { state: "finished" } })) > 0, PATIENCE_MS);
    const report = await waitFor("the report", () => mail.received.find(({ to }) => to.includes(email)), PATIENCE_MS);
    const missing = ["recieve", "definately"].filter((word) => !report.mail.text?.includes(word));
    faults.push(...missing.map((word) => `The report does not name "${word}".`));
    say(`A site was crawled with the browser, and its report came: "${report.mail.subject}".`);

    for (const [name, container] of Object.entries({ web, worker })) {
      const code = await container.stop();
      if (code !== 0) faults.push(`${name} ended with ${code} on SIGTERM.`);
    }
    say("Both ended on SIGTERM.");
    return faults;
  } catch (error) {
    for (const container of running) say(container.output().slice(-3_000));
    throw error;
  } finally {
    await Promise.all(running.map((container) => container.stop()));
    await db.$disconnect();
    await Promise.all([site.close(), mail.close(), postgres.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the command of the only container of a manifest. */
async function readArgs(file: string, kind: string): Promise<string[]> {
  const documents = parseAllDocuments(await readFile(join(MANIFESTS, file), "utf8")).map((document) => document.toJS());
  const container = z.object({ args: z.array(z.string()) });
  const schema = z.object({ spec: z.object({ template: z.object({ spec: z.object({ containers: z.tuple([container]) }) }) }) });
  return schema.parse(documents.find((document) => document.kind === kind)).spec.template.spec.containers[0].args;
}

/** Waits for status 200. @throws with the output of a container that ends before */
async function answers(url: string, containers: Container[]): Promise<void> {
  const status = () =>
    new Promise<number>((done) => {
      get(url, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      }).once("error", () => done(0));
    });
  const isUp = async () => {
    const ended = containers.find((container) => !container.isRunning());
    if (ended) throw new Error(`It ended before it answered ${url}.`);
    return (await status()) === 200;
  };
  await waitFor(url, isUp, PATIENCE_MS);
}

/** Returns the browser's processes that draw pages. */
async function findRenderers(worker: number): Promise<number[]> {
  const lines: [number, string][] = [];
  for (const pid of await descendantsOf(worker))
    lines.push([pid, (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " ")]);
  return lines.filter(([, line]) => line.includes("--type=renderer")).map(([pid]) => pid);
}

async function descendantsOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const children = text.split(" ").filter(Boolean).map(Number);
  return [...children, ...(await Promise.all(children.map(descendantsOf))).flat()];
}

/** Waits for a page in the sandbox: it has user and network namespaces of its own, and its system calls are filtered soon after its start. */
async function checkSandbox(worker: number): Promise<string[]> {
  const isContained = async (pid: number) => {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const namespaces = await Promise.all(
      ["user", "net"].map(async (name) => {
        const [own, outer] = await Promise.all([pid, worker].map((of) => readlink(`/proc/${of}/ns/${name}`).catch(() => "")));
        return own !== "" && own !== outer;
      }),
    );
    return /^Seccomp:\s*2$/m.test(status) && namespaces.every(Boolean);
  };
  const seen = async () => (await Promise.all((await findRenderers(worker)).map(isContained))).includes(true);
  return waitFor("a page of the browser in its sandbox", seen, PATIENCE_MS).then(
    () => [],
    (error: unknown) => [`The browser's sandbox is off: ${error instanceof Error ? error.message : error}`],
  );
}

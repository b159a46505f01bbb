import { join } from "node:path";
import { parseSettings } from "#worker/core/settings.ts";
import { createRun, type Run } from "./create-run.ts";
import { findOrInstallBrowser } from "./prepare/find-or-install-browser.ts";
import { generateClient } from "./prepare/generate-client.ts";
import { openDatabase } from "./prepare/open-database.ts";
import {
  checkConfiguredPort,
  chooseWebAddress,
  directDatabaseUrl,
  given,
  keepAuthSecret,
  loadEnvironmentFile,
  type WebAddress,
} from "./prepare/run-environment.ts";
import { planStripeStandIn } from "./prepare/stripe-stand-in.ts";
import { HEAP_FLAGS, MALLOC_SETTINGS } from "./process/heap-flags.ts";
import { stopOnSignal } from "./process/stop-on-signal.ts";
import type { Supervised } from "./process/supervise.ts";
import { waitForAnswer } from "./process/wait-for-answer.ts";
import { PATHS } from "./project-paths.ts";
import { formatSummary } from "./report/format-summary.ts";
import { createTerminal, formatSeconds, type Terminal } from "./report/terminal.ts";
import { claimRun } from "./run-record.ts";

/** The differences between `npm start` and `npm run dev`. */
export type Launch = {
  /** Builds what must exist before anything starts. */
  prepare(terminal: Terminal): Promise<void>;
  /** Returns the arguments for Node that start the web process. */
  webArgs(address: WebAddress): string[];
  workerArgs: string[];
  nodeEnv: "production" | "development";
  /** Called once everything runs. Returns a function that undoes what it started. */
  onRunning?(worker: Supervised, terminal: Terminal): Promise<() => Promise<void>>;
};

/** Starts everything on this machine, prints the address, and keeps it running until a signal stops it. Ends this process. */
export async function runLauncher(launch: Launch): Promise<void> {
  const startedAt = Date.now();
  const terminal = createTerminal(process.stdout);
  const run = createRun(terminal.say);
  const stop = async (reason: string) => {
    terminal.say(reason);
    await run.stop();
  };
  stopOnSignal({ stop, force: run.kill });
  try {
    await bringUp(launch, run, terminal);
    terminal.say(`Started in ${formatSeconds(Date.now() - startedAt)}.`);
  } catch (error) {
    // Ctrl-C in a terminal also stops the tools of a step, whose failure need not be reported then.
    if (run.isStopping()) return;
    await stop(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

async function bringUp(launch: Launch, run: Run, terminal: Terminal): Promise<void> {
  loadEnvironmentFile();
  checkSettings();
  run.atEnd(await claimRun(terminal.say));
  // A configured port that is taken must be reported before the long steps.
  await checkConfiguredPort();
  // Getting a browser mostly waits for the network, the database for the disk, and building for the processor.
  const [browser, database] = await Promise.all([
    findOrInstallBrowser(terminal),
    run.keepDatabase(() => openDatabase(terminal)),
    generateClient(terminal).then(() => launch.prepare(terminal)),
  ]);

  // Chosen only now, because another program could take the port during the long steps.
  const address = await chooseWebAddress(terminal.say);
  run.nameAddress(address.url);
  const standIn = given("STRIPE_SECRET_KEY") ? null : await planStripeStandIn(`http://127.0.0.1:${address.port}`);
  const settings: Record<string, string> = {
    NODE_ENV: launch.nodeEnv,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(address.port),
    APP_URL: address.url,
    AUTH_SECRET: await keepAuthSecret(),
    CHROMIUM_PATH: browser,
    DATABASE_URL: database.url,
    PICTURES_DIR: given("PICTURES_DIR") ?? join(PATHS.state, "pictures"),
    ...standIn?.settings,
  };
  const stripe = standIn && {
    child: await run.start(standIn.spec),
    ready: { url: standIn.settings.STRIPE_API_URL, saying: /ready/ },
  };
  const web = await run.start({ name: "web", args: launch.webArgs(address), environment: settings });
  await Promise.all([
    stripe && waitForAnswer(stripe.child, stripe.ready),
    waitForAnswer(web, { url: `http://127.0.0.1:${address.port}/api/health`, status: 200, saying: /Ready in/ }),
  ]);
  // The worker starts after the web process, because loading its dictionaries would delay the first page.
  const worker = await run.start({
    name: "worker",
    args: [...HEAP_FLAGS, ...launch.workerArgs],
    environment: { ...settings, ...MALLOC_SETTINGS },
  });
  if (launch.onRunning) run.atEnd(await launch.onRunning(worker, terminal));
  terminal.say(summarise(address.url, database.place));
}

/** Checks all settings before the long steps. Those that a start creates itself may be absent. */
function checkSettings(): void {
  const created = { DATABASE_URL: "postgresql://127.0.0.1/embedded", APP_URL: "http://localhost", AUTH_SECRET: "x".repeat(32) };
  directDatabaseUrl();
  const set = Object.entries(process.env).filter(([, value]) => value !== "");
  parseSettings({ ...created, ...Object.fromEntries(set) });
}

function summarise(url: string, database: string): string {
  const smtpUrl = given("SMTP_URL");
  const hasSecret = given("STRIPE_WEBHOOK_SECRET") !== undefined;
  const real = hasSecret ? "real" : "real, without webhook secret";
  return formatSummary({
    url,
    database,
    smtpHost: smtpUrl ? new URL(smtpUrl).host : null,
    stripe: given("STRIPE_SECRET_KEY") ? real : "stand-in",
    logs: PATHS.logs,
    allowedPrivateHosts: given("ALLOWED_PRIVATE_HOSTS") ?? "",
  });
}

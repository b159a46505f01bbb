import { join } from "node:path";
import { type RunningProcess, startNode } from "./child-process.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { requireBrowser } from "./require-browser.ts";
import { findFreePort } from "./servers/free-port.ts";
import { startTlsProxy } from "./servers/tls-proxy.ts";
import { waitFor } from "./wait-for.ts";

export type RunningProduct = {
  url: string;
  /** Address at which the worker tells its state. */
  workerUrl: string;
  database: TestDatabase;
  web: RunningProcess;
  worker: RunningProcess;
  restartWorker(): Promise<void>;
  stop(): Promise<void>;
};

type Options = { allowedPrivateHosts: string[]; smtpUrl?: string; appUrl?: string; https?: boolean; operators?: string[] };

/** The secrets of every product that tests start. */
export const AUTH_SECRET = "a secret of the tests, at least 32 characters";
export const METRICS_TOKEN = "a-token-of-the-tests-to-read-metrics";

const root = join(import.meta.dirname, "..", "..");

/**
 * Starts the built product as a customer meets it: web and worker processes, the Stripe stand-in and a database.
 * `allowedPrivateHosts` lets the crawler visit local servers; `smtpUrl` replaces the Mailbox by an SMTP server; `appUrl` is the
 * public address behind a proxy and needs `smtpUrl`; `https` adds a proxy that terminates TLS; `operators` are addresses of operators. `url`
 * is the address for requests.
 */
export async function startProduct(options: Options): Promise<RunningProduct> {
  const database = await createTestDatabase();
  const [webPort, stripePort, workerPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const inside = `http://127.0.0.1:${webPort}`;
  const tlsPort = options.https ? await findFreePort() : null;
  const proxy = tlsPort === null ? null : await startTlsProxy({ port: tlsPort, webPort });
  const url = tlsPort === null ? inside : `https://127.0.0.1:${tlsPort}`;
  const stripeKey = "sk_standin_for_tests";
  const webhookSecret = "whsec_for_tests";
  const environment = {
    NODE_ENV: "production",
    DATABASE_URL: database.pooledUrl,
    DIRECT_DATABASE_URL: database.url,
    APP_URL: options.appUrl ?? url,
    AUTH_SECRET,
    METRICS_TOKEN,
    WORKER_PORT: String(workerPort),
    WEB_PROCESSES: "1",
    ALLOWED_PRIVATE_HOSTS: options.allowedPrivateHosts.join(","),
    STRIPE_API_URL: `http://127.0.0.1:${stripePort}`,
    STRIPE_SECRET_KEY: stripeKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    CHROMIUM_PATH: await requireBrowser(),
    OPERATORS: (options.operators ?? []).join(","),
    ...(options.smtpUrl ? { SMTP_URL: options.smtpUrl } : {}),
  };
  const stripe = startNode(join(root, "test", "stripe", "main.ts"), [], {
    PORT: String(stripePort),
    API_KEY: stripeKey,
    WEBHOOK_URL: `${inside}/api/stripe/webhook`,
    WEBHOOK_SECRET: webhookSecret,
  });
  const web = startNode(join(root, "dist", "web.mjs"), [], { ...environment, PORT: String(webPort) });
  const startWorker = () => startNode(join(root, "dist", "worker.mjs"), [], environment);
  const product: RunningProduct = {
    url,
    workerUrl: `http://127.0.0.1:${workerPort}`,
    database,
    web,
    worker: startWorker(),
    async restartWorker() {
      await product.worker.stop();
      product.worker = startWorker();
    },
    async stop() {
      await Promise.all([web.stop(), stripe.stop(), product.worker.stop(), proxy?.close()]);
      await database.drop();
    },
  };
  await Promise.all([stripe.printed(/ready/), waitFor(`${url} to answer`, () => isHealthy(inside, web))]);
  return product;
}

async function isHealthy(url: string, web: RunningProcess): Promise<boolean> {
  const ended = await Promise.race([web.exited.then(() => true), Promise.resolve(false)]);
  if (ended) throw new Error(`The web process ended:\n${web.output()}`);
  const answer = await fetch(`${url}/api/health`).catch(() => null);
  return answer?.ok === true;
}

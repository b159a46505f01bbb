import { parseArgs } from "node:util";
import { createAuth } from "#app/_lib/auth/create-auth.ts";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { createQueue } from "#prisma/queue.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { parseSettings } from "#worker/core/settings.ts";

/**
 * Compares the time of requests about addresses with and without an account, alternating, in process, on a real database.
 * Reports the ratio of the medians, which should be near 1 under any load. `node test/bench/web/account-times.ts [--requests 200]`.
 */
const { values } = parseArgs({ options: { requests: { type: "string", default: "200" } } });
const requests = Number(values.requests);
const DAY_MS = 86_400_000;

const server = await startThrowawayPostgres();
await migrate(server.url);
const db = createDatabase(server.url);
const queue = await createQueue(server.url, (error) => process.stderr.write(`${error.message}\n`));
const settings = parseSettings({ DATABASE_URL: server.url, APP_URL: "http://flawless.test", AUTH_SECRET: "x".repeat(40) });
// Days pass between requests, so that no rate limit and no pause between mails applies.
let day = 0;
const auth = createAuth({ db, getQueue: async () => queue, settings, now: () => new Date(Date.now() + day * DAY_MS) });

async function ask(path: string, body: object): Promise<number> {
  day += 1;
  const headers = { origin: settings.APP_URL, "content-type": "application/json" };
  const request = new Request(new URL(`/api/auth${path}`, settings.APP_URL), {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const begun = performance.now();
  const response = await auth.handler(request);
  const took = performance.now() - begun;
  if (![200, 401].includes(response.status)) throw new Error(`${path} answered ${response.status}.`);
  return took;
}

const password = await hashPassword("correct horse battery");

async function openAccount(email: string): Promise<void> {
  const accounts = { create: { id: email, accountId: email, providerId: "credential", password } };
  const create = { id: email, name: email, email, emailVerified: true, accounts };
  await db.user.upsert({ where: { email }, update: {}, create });
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

for (const [path, rest] of [
  ["/sign-up/start", {}],
  ["/request-password-reset", {}],
  ["/sign-in/email", { password: "not the password" }],
] as const) {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let count = 0; count < requests; count += 1) {
    const askKnown = async () => known.push(await ask(path, { ...rest, email: `known${count}@harbour.example` }));
    const askUnknown = async () => unknown.push(await ask(path, { ...rest, email: `other${count}@harbour.example` }));
    await openAccount(`known${count}@harbour.example`);
    for (const next of count % 2 === 0 ? [askKnown, askUnknown] : [askUnknown, askKnown]) await next();
  }
  const [ofKnown, ofUnknown] = [median(known), median(unknown)];
  const line = `${path}: known ${ofKnown.toFixed(2)} ms, unknown ${ofUnknown.toFixed(2)} ms, ratio ${(ofKnown / ofUnknown).toFixed(3)}`;
  process.stdout.write(`${line}\n`);
}
await queue.stop({ graceful: false });
await db.$disconnect();
await server.stop();

import { createHmac, randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import type { Agent } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addChannel } from "#prisma/queries/channels/add-channel.ts";
import { changeChannel } from "#prisma/queries/channels/change-channel.ts";
import { announceDueChannelDeliveries, claimChannelDelivery } from "#prisma/queries/channels/claim-channel-delivery.ts";
import { pauseChannel } from "#prisma/queries/channels/pause-channel.ts";
import { renewSigningSecret } from "#prisma/queries/channels/renew-signing-secret.ts";
import { markChannelFailed } from "#prisma/queries/channels/settle-channel-delivery.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { type ChannelReceiver, startChannelReceiver } from "#test/support/servers/channel-receiver.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { CHANGES } from "#test/worker/core/channels/sample-news.ts";
import { SECRET_KEYS } from "#test/worker/jobs/mail-room.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { createGuardedAgent } from "#worker/http/client/guarded-agent.ts";
import { type ChannelDependencies, deliverToChannel, testChannel } from "#worker/jobs/channels/deliver-to-channel.ts";

const DAY_MS = 86_400_000;
const BOMB = gzipSync(Buffer.alloc(20_000_000));
const PATH = "/services/T0/B0/abcdefghijklmnopqrstuvwx";

let database: TestDatabase;
let queue: Queue;
let receiver: ChannelReceiver;
let agents: Agent[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
});
beforeEach(async () => {
  receiver = await startChannelReceiver();
});
afterEach(async () => {
  for (const agent of agents) await agent.destroy();
  agents = [];
  await receiver.close();
});

/** `allowed`: private hosts that may get messages; the receiver alone by default. */
function dependencies({
  allowed = [receiver.host],
  timeMs,
}: {
  allowed?: string[];
  timeMs?: number;
} = {}): ChannelDependencies {
  const agent = createGuardedAgent({ allowedPrivateHosts: allowed });
  agents.push(agent);
  const log = pino({ level: "silent" });
  return { db: database.db, queue, agent, secretKeys: SECRET_KEYS, appUrl: "https://flawless.example", log, timeMs };
}

type Opened = { channelId: string; signingSecret: string | null; siteId: string; teamId: string; email: string };

async function openChannel(kind: ChannelKind = "slack", address = `${receiver.url}${PATH}`): Promise<Opened> {
  const { siteId, teamId, email } = await addTestSite(database.db);
  const added = await addChannel(
    { db: database.db, keys: SECRET_KEYS, now: new Date() },
    { teamId, kind, name: "#website", address, sites: "all" },
  );
  return { ...added, siteId, teamId, email };
}

async function write({ channelId, siteId }: Opened): Promise<string> {
  const row = await database.db.channelDelivery.create({
    data: { channelId, siteId, kind: "changes", dedupeKey: randomUUID(), about: "2 new issues", payload: CHANGES },
  });
  return row.id;
}
const read = (id: string) => database.db.channelDelivery.findUniqueOrThrow({ where: { id } });
const readChannel = ({ channelId }: Opened) => database.db.channel.findUniqueOrThrow({ where: { id: channelId } });

/** Lets the pause before the next attempt, or a dead worker's lease, be over. */
async function tryAgain(tools: ChannelDependencies, id: string) {
  await database.db.channelDelivery.update({ where: { id }, data: { nextAttemptAt: new Date(Date.now() - 1) } });
  await deliverToChannel(tools, id);
  return read(id);
}

describe("deliverToChannel", () => {
  it.each(["slack", "teams"] as const)("sends a message to %s once, and records the answer", async (kind) => {
    const channel = await openChannel(kind);
    const id = await write(channel);
    const tools = dependencies();
    await deliverToChannel(tools, id);
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1, status: 200, answer: "ok", ms: expect.any(Number) });
    await tryAgain(tools, id);
    const [message, ...others] = receiver.received;
    expect(others).toEqual([]);
    expect(message).toMatchObject({ path: PATH, headers: { "content-type": "application/json; charset=utf-8" } });
    expect(message?.headers).not.toHaveProperty("webhook-signature");
    expect(message?.body).toContain("https://flawless.example/sites/s1/issues/sample-1");
  });

  it("signs a webhook with the time of the attempt, and while the secret is renewed with both secrets", async () => {
    const channel = await openChannel("webhook");
    const id = await write(channel);
    receiver.answer((response) => response.writeHead(500).end());
    await deliverToChannel(dependencies(), id);
    const keys = { db: database.db, keys: SECRET_KEYS, now: new Date() };
    const newer = await renewSigningSecret(keys, channel);
    receiver.answer((response) => response.end());
    await tryAgain(dependencies(), id);
    await database.db.channel.update({ where: { id: channel.channelId }, data: { previousUntil: new Date() } });
    const later = await write(channel);
    await deliverToChannel(dependencies(), later);
    const expected = receiver.received.map(({ headers, body }) => {
      const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
      expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(300);
      const signedBy = (secret: string | null) =>
        `v1,${createHmac("sha256", Buffer.from(secret?.slice("whsec_".length) ?? "", "base64"))
          .update(content)
          .digest("base64")}`;
      return {
        id: headers["webhook-id"],
        signature: headers["webhook-signature"],
        old: signedBy(channel.signingSecret),
        new: signedBy(newer),
      };
    });
    expect(expected.map(({ id: messageId }) => messageId)).toEqual([id, id, later]);
    expect(expected[0]?.signature).toBe(expected[0]?.old);
    expect(expected[1]?.signature).toBe(`${expected[1]?.new} ${expected[1]?.old}`);
    expect(expected[2]?.signature).toBe(expected[2]?.new);
    const bodies = receiver.received.map(({ body }) => body);
    expect(bodies[0]).toBe(bodies[1]);
    expect(JSON.parse(bodies[0] ?? "")).toMatchObject({ type: "site.changed", data: { newCount: 2, goneCount: 1 } });
  });

  it("tries again after an error, later each time, and sends once when it passes", async () => {
    const channel = await openChannel();
    const id = await write(channel);
    const tools = dependencies();
    receiver.answer((response) => response.writeHead(500).end("out of order"));
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const row = await tryAgain(tools, id);
      expect(row).toMatchObject({ state: "pending", attempts: attempt, status: 500, answer: "out of order" });
      pauses.push(Math.round((row.nextAttemptAt.getTime() - Date.now()) / 1000));
    }
    for (const [index, least] of [5, 300, 1_800, 7_200].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(least - 5);
      expect(pauses[index]).toBeLessThanOrEqual(least * 1.1);
    }
    expect((await readChannel(channel)).failingSince).not.toBeNull();
    receiver.answer((response) => response.writeHead(204).end());
    expect(await tryAgain(tools, id)).toMatchObject({ state: "sent", attempts: 5, status: 204 });
    expect(await readChannel(channel)).toMatchObject({ failingSince: null, stoppedBy: null });
  });

  it("is sent by one worker although several take it at the same time", async () => {
    const id = await write(await openChannel());
    const tools = dependencies();
    await Promise.all(Array.from({ length: 5 }, () => deliverToChannel(tools, id)));
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(receiver.received).toHaveLength(1);
  });

  it("waits as long as the other side asks for", async () => {
    const id = await write(await openChannel());
    receiver.answer((response) => response.writeHead(429, { "retry-after": "3600" }).end("rate_limited"));
    const { nextAttemptAt, status } = await tryAgain(dependencies(), id);
    expect(status).toBe(429);
    expect((nextAttemptAt.getTime() - Date.now()) / 60_000).toBeCloseTo(60, 0);
  });

  it.each<[string, number | undefined, (response: ServerResponse) => void, RegExp]>([
    ["never answers", 400, () => undefined, /did not answer in time/],
    ["closes the connection", undefined, (response) => response.destroy(), /closed the connection/],
    [
      "answers with nonsense",
      undefined,
      (response) => response.socket?.end("hello\r\n\r\n"),
      /could not understand the answer/,
    ],
  ])("tries again if the other side %s", async (_what, timeMs, misbehave, answer) => {
    receiver.answer(misbehave);
    const row = await tryAgain(dependencies({ timeMs }), await write(await openChannel()));
    expect(row).toMatchObject({ state: "pending", attempts: 1, status: null, answer: expect.stringMatching(answer) });
  });

  it("says that the other side is down", async () => {
    const id = await write(await openChannel());
    const tools = dependencies();
    await receiver.close();
    expect(await tryAgain(tools, id)).toMatchObject({
      state: "pending",
      status: null,
      answer: "127.0.0.1 refused the connection.",
    });
    receiver = await startChannelReceiver();
  });

  it.each<[string, number | undefined, (response: ServerResponse) => void]>([
    ["an endless body", undefined, endless],
    [
      "a body that stops half-way",
      1_500,
      (response) => void response.writeHead(200, { "content-length": "999" }).write("half"),
    ],
    [
      "a body that breaks off",
      undefined,
      (response) => void response.writeHead(200, { "content-length": "999" }).write("half", () => response.destroy()),
    ],
    ["a compression bomb", undefined, (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(BOMB)],
  ])("counts a message as sent by its status, and reads little of %s", async (_what, timeMs, misbehave) => {
    receiver.answer(misbehave);
    const { state, answer } = await tryAgain(dependencies({ timeMs }), await write(await openChannel()));
    expect(state).toBe("sent");
    expect(answer?.length).toBeLessThanOrEqual(201);
  });

  it("follows no redirect, to a private address or any other", async () => {
    const target = await startChannelReceiver();
    try {
      receiver.answer((response) => response.writeHead(307, { location: `${target.url}/stolen` }).end());
      const row = await tryAgain(dependencies({ allowed: [receiver.host, target.host] }), await write(await openChannel()));
      expect(row).toMatchObject({
        state: "pending",
        status: 307,
        answer: expect.stringContaining("We do not follow redirects"),
      });
      expect(target.received).toEqual([]);
    } finally {
      await target.close();
    }
  });

  it.each(["http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://0.0.0.0:PORT/"])(
    "refuses the private address %s when it connects",
    async (address) => {
      const port = new URL(receiver.url).port;
      const channel = await openChannel("webhook", address.replace("PORT", port));
      const row = await tryAgain(dependencies({ allowed: [] }), await write(channel));
      expect(row).toMatchObject({ state: "pending", status: null, answer: expect.stringContaining("private network") });
      expect(receiver.received).toEqual([]);
    },
  );

  it("switches a channel off at once when its address is gone, drops what waits, and mails the owners", async () => {
    const channel = await openChannel();
    const [id, waiting] = [await write(channel), await write(channel)];
    receiver.answer((response) => response.writeHead(410).end("channel_is_archived"));
    expect(await tryAgain(dependencies(), id)).toMatchObject({ state: "failed", status: 410 });
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: "gone" });
    expect(await read(waiting)).toMatchObject({
      state: "failed",
      attempts: 0,
      answer: "The channel was switched off before this message was sent.",
    });
    const mails = await database.db.delivery.findMany({ where: { email: channel.email, kind: "channel_stopped" } });
    expect(mails.map(({ payload }) => payload)).toEqual([
      { channelId: channel.channelId, channelName: "#website", because: "gone", answer: "410 channel_is_archived" },
    ]);
  });

  it("switches a channel off after five days of failing only, and says so once", async () => {
    const channel = await openChannel();
    const tools = dependencies();
    receiver.answer((response) => response.writeHead(404).end("no_service"));
    const id = await write(channel);
    await tryAgain(tools, id);
    const setFailing = (days: number) =>
      database.db.channel.update({
        where: { id: channel.channelId },
        data: { failingSince: new Date(Date.now() - days * DAY_MS) },
      });
    await setFailing(4.9);
    expect(await tryAgain(tools, id)).toMatchObject({ state: "pending" });
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: null });
    const other = await write(channel);
    await setFailing(5);
    await Promise.all([tryAgain(tools, id), tryAgain(tools, other)]);
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: "failing" });
    expect(await database.db.delivery.count({ where: { email: channel.email, kind: "channel_stopped" } })).toBe(1);
    const before = receiver.received.length;
    await tryAgain(tools, await write(channel));
    expect(receiver.received).toHaveLength(before);
  });

  it("gives a message up after five days although others get through", async () => {
    const channel = await openChannel();
    const id = await write(channel);
    await database.db.channelDelivery.update({ where: { id }, data: { createdAt: new Date(Date.now() - 5 * DAY_MS) } });
    receiver.answer((response) => response.writeHead(413).end());
    expect(await tryAgain(dependencies(), id)).toMatchObject({ state: "failed", status: 413 });
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: null });
  });

  it("sends again under the same id what a worker sent that died before it could record it; its late word changes nothing", async () => {
    const channel = await openChannel("webhook");
    const id = await write(channel);
    const dead = await claimChannelDelivery(database.db, id, new Date());
    expect(dead).toMatchObject({ id, attempts: 1 });
    await deliverToChannel(dependencies(), id);
    expect(receiver.received).toEqual([]);
    expect(await announceDueChannelDeliveries(database.db, queue, new Date(Date.now() + 6 * 60_000))).toBeGreaterThan(0);
    expect(await tryAgain(dependencies(), id)).toMatchObject({ state: "sent", attempts: 2 });
    const attempt = { status: 410, ms: 1, answer: "too late" };
    if (dead) await markChannelFailed({ db: database.db, queue, now: new Date() }, dead, { attempt, next: null, isGone: true });
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 2, status: 200 });
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: null });
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([id]);
  });

  it("remembers that a message is sent although the database does not take the word for it at first", async () => {
    const id = await write(await openChannel());
    await runSql(
      database.url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused for the test'; END $$;
       CREATE TRIGGER refused BEFORE UPDATE ON "ChannelDelivery" FOR EACH ROW WHEN (NEW."state" <> 'sending') EXECUTE FUNCTION refuse()`,
    );
    const delivering = deliverToChannel(dependencies(), id);
    await waitFor("the receiver to have the message", () => receiver.received.length === 1);
    await runSql(database.url, 'DROP TRIGGER refused ON "ChannelDelivery"');
    await delivering;
    expect(await read(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(receiver.received).toHaveLength(1);
  });

  it("believes no answer of an address that was replaced meanwhile", async () => {
    const channel = await openChannel();
    const id = await write(channel);
    const keys = { db: database.db, keys: SECRET_KEYS, now: new Date() };
    const changed = { ...channel, name: "#website", address: `${receiver.url}/services/new`, sites: "all" } as const;
    receiver.answer((response) => {
      void changeChannel(keys, changed).then(() => response.writeHead(410).end());
    });
    await tryAgain(dependencies(), id);
    expect(await readChannel(channel)).toMatchObject({ stoppedBy: null, failingSince: null });
  });

  it("sends nothing to a paused channel, and not what waited when it was paused", async () => {
    const channel = await openChannel();
    const id = await write(channel);
    await pauseChannel(database.db, channel, new Date());
    expect(await tryAgain(dependencies(), id)).toMatchObject({
      state: "failed",
      answer: "The channel was paused before this message was sent.",
    });
    expect(receiver.received).toEqual([]);
  });

  it("seals the secrets with the newest key when it sends, so that an older one can be dropped", async () => {
    const channel = await openChannel("webhook");
    const newKeys = deriveSecretKeys({ AUTH_SECRET: "another secret of the tests, at least 32 characters" });
    await deliverToChannel({ ...dependencies(), secretKeys: [...newKeys, ...SECRET_KEYS] }, await write(channel));
    const id = await write(channel);
    await deliverToChannel({ ...dependencies(), secretKeys: newKeys }, id);
    expect(await read(id)).toMatchObject({ state: "sent" });
    expect(receiver.received.map(({ headers }) => String(headers["webhook-signature"]).length)).toEqual([47, 47]);
  });

  it("says that the address cannot be read any more when the key was changed", async () => {
    const id = await write(await openChannel());
    const row = await tryAgain({ ...dependencies(), secretKeys: [] }, id);
    expect(row).toMatchObject({ state: "pending", status: null, answer: expect.stringContaining("Enter it again") });
  });
});

describe("testChannel", () => {
  it("returns the true answer, and lists the test", async () => {
    const channel = await openChannel();
    receiver.answer((response) => response.writeHead(404).end(`no_service at ${PATH}`));
    const result = await testChannel(dependencies(), channel.channelId);
    expect(result).toEqual({
      outcome: "failed",
      status: 404,
      ms: expect.any(Number),
      answer: "no_service at /services/T0/B0/…",
    });
    const [row, ...others] = await database.db.channelDelivery.findMany({ where: { channelId: channel.channelId } });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ kind: "test", state: "failed", status: 404, attempts: 1 });
    expect(await readChannel(channel)).toMatchObject({ failingSince: null });
  });

  it("reaches a stopped channel too, and not a removed one", async () => {
    const channel = await openChannel();
    await pauseChannel(database.db, channel, new Date());
    expect(await testChannel(dependencies(), channel.channelId)).toMatchObject({ outcome: "sent", status: 200, answer: "ok" });
    await database.db.channel.update({ where: { id: channel.channelId }, data: { removedAt: new Date() } });
    expect(await testChannel(dependencies(), channel.channelId)).toBeNull();
    expect(receiver.received).toHaveLength(1);
  });
});

function endless(response: ServerResponse): void {
  while (!response.destroyed && response.write("x".repeat(65_536)));
  if (!response.destroyed) response.once("drain", () => endless(response));
}

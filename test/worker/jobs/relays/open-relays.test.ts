import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { pino } from "pino";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { openRelays, type Relays } from "#worker/jobs/relays/open-relays.ts";
import { registry } from "#worker/telemetry/registry.ts";

const FROM = "Flawless <hello@flawless.example>";
const AWAITED = { isAwaited: true };
const REPORT = { isAwaited: false };
/** Long enough for a server that works on a busy machine. */
const PATIENCE = { silenceMs: 600, attemptMs: 1_200 };

/** Replies of a server that fails in its own way; the other one works. */
const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
const FAILING: [string, SMTPServerOptions][] = [
  ["greets with 421", { onConnect: (_session, done) => done(refusal(421, "4.3.2 Too many connections")) }],
  [
    "takes no sign-in",
    { authOptional: false, onAuth: (_auth, _session, done) => done(new Error("Wrong")), allowInsecureAuth: true },
  ],
  ["defers our sender", { onMailFrom: (_address, _session, done) => done(refusal(450, "4.7.1 Quota exceeded")) }],
  ["refuses our sender", { onMailFrom: (_address, _session, done) => done(refusal(550, "5.7.1 Not verified")) }],
  ["closes while it is told the recipient", { onRcptTo: (_address, _session, done) => done(refusal(421, "Closing")) }],
  [
    "has no room for the message",
    {
      onData(stream, _session, done) {
        stream.resume().on("end", () => done(refusal(452, "4.3.1 Out of disk")));
      },
    },
  ],
];

describe("two mail servers", () => {
  const closing: (() => Promise<unknown> | unknown)[] = [];
  let clock = 0;
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    clock = 0;
  });

  async function start(options?: SMTPServerOptions): Promise<TestSmtpServer> {
    const server = await startSmtpServer(options);
    closing.push(() => server.close());
    return server;
  }
  function open(main: string, reports?: string, limits: { silenceMs?: number; attemptMs?: number } = {}): Relays {
    const relays = openRelays({
      ...{ smtpUrl: main, reportsUrl: reports, from: FROM, now: () => clock, log: pino({ level: "silent" }) },
      ...limits,
    });
    closing.push(() => relays.close());
    return relays;
  }
  /** Starts a server that sends what `onText` says, at the beginning and after each piece of text. */
  async function startTalker(onText: (socket: Socket, text: string) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("data", (bytes) => onText(socket, bytes.toString()));
      onText(socket, "");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    return `smtp://127.0.0.1:${address.port}`;
  }
  const mail = (id: string, to = "ann@bakery.example") => ({
    ...{ to, messageId: `<${id}@flawless.example>`, subject: "News", html: "<p>News</p>", text: "News", headers: {} },
  });
  const ids = ({ received }: TestSmtpServer) => received.map((one) => one.mail.messageId);

  it("keep mails that somebody waits for and reports apart", async () => {
    const [main, reports] = [await start(), await start()];
    const relays = open(main.url, reports.url);
    expect(await relays.send(mail("reset"), AWAITED)).toEqual({ outcome: "sent" });
    expect(await relays.send(mail("digest"), REPORT)).toEqual({ outcome: "sent" });
    expect(ids(main)).toEqual(["<reset@flawless.example>"]);
    expect(ids(reports)).toEqual(["<digest@flawless.example>"]);
  });

  it.each(FAILING)("take over for one that %s, in both directions", async (_what, options) => {
    const [broken, sound] = [await start(options), await start()];
    const brokenUrl = options.onAuth ? broken.url.replace("//", "//ann:wrong@") : broken.url;
    expect(await open(brokenUrl, sound.url).send(mail("reset"), AWAITED)).toEqual({ outcome: "sent" });
    expect(await open(sound.url, brokenUrl).send(mail("digest"), REPORT)).toEqual({ outcome: "sent" });
    expect(ids(sound)).toEqual(["<reset@flawless.example>", "<digest@flawless.example>"]);
    expect(ids(broken)).toEqual([]);
  });

  it("take over for one that is not there, is silent, or trickles its greeting", async () => {
    const sound = await start();
    const nothing = `smtp://127.0.0.1:${await findFreePort()}`;
    const silent = await startTalker(() => undefined);
    const trickling = await startTalker((socket) => trickle(socket, "220-wait\r\n"));
    for (const url of [nothing, silent, trickling]) {
      const relays = open(url, sound.url, PATIENCE);
      expect(await relays.send(mail("reset"), AWAITED)).toEqual({ outcome: "sent" });
    }
    expect(sound.received).toHaveLength(3);
  });

  it.each([
    [450, "later"],
    [451, "later"],
    [550, "refused"],
  ] as const)("do not try the other for a recipient that one answers with %i", async (code, outcome) => {
    const [main, reports] = [await start(), await start()];
    main.refuseWith(code);
    const relays = open(main.url, reports.url);
    for (let time = 0; time < 5; time += 1)
      expect(await relays.send(mail("reset"), AWAITED)).toMatchObject({ outcome, blame: "mail" });
    expect(reports.received).toEqual([]);
    main.refuseWith(null);
    expect(await relays.send(mail("later"), AWAITED)).toEqual({ outcome: "sent" });
    expect(ids(main)).toEqual(["<later@flawless.example>"]);
  });

  it("do not pause for addresses that no server can be given", async () => {
    const [main, reports] = [await start(), await start()];
    const relays = open(main.url, reports.url);
    for (let time = 0; time < 5; time += 1)
      expect(await relays.send(mail("odd", ""), AWAITED)).toMatchObject({ outcome: "later", blame: "mail" });
    expect(await relays.send(mail("next"), AWAITED)).toEqual({ outcome: "sent" });
    expect(ids(main)).toEqual(["<next@flawless.example>"]);
  });

  it.each([
    ["goes silent", () => undefined],
    ["goes away", (socket: Socket) => socket.destroy()],
    ["never ends its reply", (socket: Socket) => void trickle(socket, "250-wait\r\n")],
  ])("do not send twice what one may have taken: it had the whole mail and %s", async (_what, onWhole) => {
    const sound = await start();
    const seen: string[] = [];
    let content: string | null = null;
    const url = await startTalker((socket, text) => {
      if (text === "") socket.write("220 odd.example ESMTP\r\n");
      else if (content !== null) {
        content += text;
        if (!content.endsWith("\r\n.\r\n")) return;
        seen.push(/^Message-ID: (\S+)/im.exec(content)?.[1] ?? "none");
        onWhole(socket);
      } else if (text.startsWith("DATA")) {
        content = "";
        socket.write("354 Go on\r\n");
      } else socket.write("250 Yes\r\n");
    });
    const relays = open(url, sound.url, PATIENCE);
    expect(await relays.send(mail("reset"), AWAITED)).toMatchObject({ outcome: "later", blame: "unclear" });
    expect(seen).toEqual(["<reset@flawless.example>"]);
    expect(sound.received).toEqual([]);
  });

  it("take over when the connection ends in the middle of a mail", async () => {
    const sound = await start();
    const leaving = await startTalker((socket, text) => {
      if (text === "") socket.write("220 leaving.example ESMTP\r\n");
      else if (text.startsWith("DATA")) {
        socket.write("354 Go on\r\n");
        socket.pause();
        setImmediate(() => socket.resetAndDestroy());
      } else socket.write("250 Yes\r\n");
    });
    const long = { ...mail("long"), html: `<p>${"News. ".repeat(500_000)}</p>` };
    expect(await open(leaving, sound.url).send(long, AWAITED)).toEqual({ outcome: "sent" });
    expect(ids(sound)).toEqual(["<long@flawless.example>"]);
  });

  it("leave a dead server alone after three failures, try it again after a pause, and return to it", async () => {
    let connections = 0;
    let isDown = true;
    const main = await start({
      onConnect(_session, done) {
        connections += 1;
        done(isDown ? refusal(421, "Down") : null);
      },
    });
    const reports = await start();
    const relays = open(main.url, reports.url);
    for (let time = 0; time < 10; time += 1) await relays.send(mail(`${time}`), AWAITED);
    expect(reports.received).toHaveLength(10);
    expect(connections).toBe(3);
    const metrics = await registry.metrics();
    expect(metrics).toContain('flawless_mail_relay_paused{relay="main"} 1');
    expect(metrics).toContain('flawless_mail_relay_paused{relay="reports"} 0');
    clock += 5_000;
    await relays.send(mail("trial"), AWAITED);
    await relays.send(mail("after the trial"), AWAITED);
    expect(connections).toBe(4);
    isDown = false;
    clock += 10_000;
    await relays.send(mail("back"), AWAITED);
    expect(ids(main)).toEqual(["<back@flawless.example>"]);
    expect(reports.received).toHaveLength(12);
    expect(await registry.metrics()).toContain('flawless_mail_relay_paused{relay="main"} 0');
  });

  it("say why a mail waits while both fail", async () => {
    const nothing = `smtp://127.0.0.1:${await findFreePort()}`;
    const relays = open(nothing, nothing);
    for (let time = 0; time < 6; time += 1)
      expect(await relays.send(mail("reset"), AWAITED)).toMatchObject({
        outcome: "later",
        reason: expect.stringContaining("ECONNREFUSED"),
      });
  });
});

/** Writes a line again and again until the connection ends. */
function trickle(socket: Socket, line: string): void {
  const writing = setInterval(() => socket.write(line), 10);
  socket.on("close", () => clearInterval(writing));
}

import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitForAnswer } from "#worker/launch/process/wait-for-answer.ts";

let folder: string;
let logPath: string;
const ended = Promise.withResolvers<string>();
const runsOn = new Promise<string>(() => undefined);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-answer-"));
  logPath = join(folder, "web.log");
  await writeFile(logPath, Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join("\n"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const child = (end: Promise<string>) => ({
  name: "web",
  logPath,
  ended: end,
  pid: () => 1,
  restart: () => undefined,
  stop: async () => undefined,
});

const ready = (port: number) => ({ url: `http://127.0.0.1:${port}/`, status: 200, saying: /^line 30$/m });

describe("waitForAnswer", () => {
  it("does not take another program's answer for the child's", async () => {
    const port = await findFreePort();
    const stranger = createServer((_request, response) => response.end());
    await once(stranger.listen(port, "127.0.0.1"), "listening");
    await writeFile(logPath, "listen EADDRINUSE");
    const end = Promise.withResolvers<string>();
    const waiting = waitForAnswer(child(end.promise), ready(port));
    await once(stranger, "request");
    end.resolve("exit code 1");
    await expect(waiting).rejects.toThrow("EADDRINUSE");
    stranger.close();
  });

  it("waits until the answer is the right one", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 503 : 200).end();
    });
    const port = await findFreePort();
    await once(server.listen(port, "127.0.0.1"), "listening");
    await waitForAnswer(child(runsOn), ready(port));
    expect(asked).toBe(3);
    server.close();
  });

  it("says with the end of its log that the process ended", async () => {
    ended.resolve("exit code 1");
    const waiting = waitForAnswer(child(ended.promise), ready(await findFreePort()));
    await expect(waiting).rejects.toThrow(
      /^The web process ended \(exit code 1\)\. The end of its log, .*web\.log:\nline 11\n[\s\S]*line 30$/,
    );
  });

  it("says what it saw when the right answer does not come in time", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(503).end();
    });
    const port = await findFreePort();
    await once(server.listen(port, "127.0.0.1"), "listening");
    const waiting = waitForAnswer(child(runsOn), ready(port), 300);
    await expect(waiting).rejects.toThrow("did not get ready in 0.3 s (it answers with status 503)");
    server.close();
  });
});

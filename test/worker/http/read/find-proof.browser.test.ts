import { describe, expect, it } from "vitest";
import type { Handle } from "#test/support/servers/hostile-server.ts";
import { NEVER, open } from "#test/worker/http/hostile-world.ts";
import { PROOF_PATHS, proofRecord, proofTag } from "#worker/core/ownership/proof.ts";
import { findProof } from "#worker/http/read/find-proof.ts";

const TOKEN = "3f6c0c5c5a0e4a54b0c3f3b8f0f7f0aa";
const [FILE, PLAIN_FILE] = PROOF_PATHS;
const noRecord = () => Promise.reject(Object.assign(new Error("queryTxt ENODATA"), { code: "ENODATA" }));

const say =
  (text: string, type = "text/plain"): Handle =>
  (_, response) =>
    void response.writeHead(200, { "content-type": type }).end(text);
const html = (head: string) => say(`<!doctype html><html><head>${head}</head><body>Bread.</body></html>`, "text/html");

async function seek(handlers: Record<string, Handle>, lookUpTxt: (host: string) => Promise<string[][]> = noRecord) {
  await using world = await open();
  for (const [path, handle] of Object.entries({ "/": html(""), ...handlers })) world.server.on(path, handle);
  const site = { startUrl: `${world.server.url}/`, token: TOKEN };
  return await findProof(world.client, site, { signal: NEVER, lookUpTxt });
}
async function missing(...options: Parameters<typeof seek>) {
  const sought = await seek(...options);
  return sought.by === null ? sought.missing : sought;
}

describe("findProof", () => {
  it.each<[string, Record<string, Handle>, string]>([
    ["a tag", { "/": html(proofTag(TOKEN)) }, "tag"],
    ["a file", { [FILE]: say(`${TOKEN}\n`) }, "file"],
    ["a file beside robots.txt", { [PLAIN_FILE]: say(TOKEN) }, "file"],
  ])("finds %s", async (_, handlers, by) => {
    expect(await seek(handlers)).toEqual({ by });
  });

  it("finds a record of the domain", async () => {
    expect(await seek({}, async () => [["v=spf1 -all"], [proofRecord(TOKEN)]])).toEqual({ by: "dns" });
  });

  it("says for each way what is missing", async () => {
    expect(await missing({})).toEqual({
      tag: expect.stringMatching(/^We did not find the tag in the head of http:/),
      file: expect.stringMatching(/^We did not find a file at http:.*\/\.well-known\/flawless-proof\.txt\.$/),
      dns: expect.stringContaining("can take an hour"),
    });
  });

  it("says that a code is another's", async () => {
    expect(await missing({ "/": html(proofTag("old")), [FILE]: say("old") }, async () => [["flawless-proof=old"]])).toEqual({
      tag: expect.stringContaining("a different code"),
      file: expect.stringContaining("has different content"),
      dns: expect.stringContaining("a different code"),
    });
  });

  it("says what cannot be read", async () => {
    const broken: Handle = (_, response) => void response.writeHead(500).end();
    const silence = () => Promise.reject(Object.assign(new Error("queryTxt ETIMEOUT"), { code: "ETIMEOUT" }));
    expect(await missing({ "/": broken, [FILE]: (request) => void request.socket.destroy() }, silence)).toEqual({
      tag: expect.stringContaining("The server answered with an error (500)."),
      file: expect.stringContaining("closed the connection"),
      dns: expect.stringContaining("We could not look up"),
    });
  });

  it("takes no page that a server shows for every address, and no answer from another site", async () => {
    const page = html(`<title>${TOKEN}</title>`);
    expect(await missing({ [FILE]: page, [PLAIN_FILE]: page })).toMatchObject({
      file: expect.stringContaining("different content"),
    });
    await using other = await open();
    other.server.on("/proof", say(TOKEN));
    await using world = await open({ allow: [new URL(other.server.url).host] });
    world.server.on("/", html(""));
    const away: Handle = (_, response) => void response.writeHead(302, { location: `${other.server.url}/proof` }).end();
    for (const path of PROOF_PATHS) world.server.on(path, away);
    const site = { startUrl: `${world.server.url}/`, token: TOKEN };
    expect(await findProof(world.client, site, { signal: NEVER, lookUpTxt: noRecord })).toMatchObject({ by: null });
  });
});

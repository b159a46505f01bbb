import { describe, expect, it } from "vitest";
import { createMockClient, type MockAnswer } from "#test/support/mock-client.ts";
import { faultyAnswer, type LinkAnswer, workingAnswer } from "#worker/core/checks/links/link-answer.ts";
import { isShareable, shareableForMs } from "#worker/core/checks/links/shared-answer.ts";
import { type AnswerRecord, createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";

const NEVER = new AbortController().signal;
const MILL = "https://mill.example";

/** A record that lasts as long as the test. */
function createRecord() {
  const kept = new Map<string, LinkAnswer>();
  const record: AnswerRecord = {
    recall: async (addresses) => new Map(addresses.flatMap((address) => [...kept].filter(([key]) => key === address))),
    keep: async (answers) => {
      for (const { address, answer } of answers) kept.set(address, answer);
    },
  };
  return { kept, record };
}

function millThat(answer: (path: string) => MockAnswer) {
  const { client, asked } = createMockClient({ [MILL]: answer });
  const { kept, record } = createRecord();
  const check = async (targets: string[], own = "") => {
    const before = asked.length;
    const isFresh = (url: string) => new URL(url).host === own;
    const checkLinks = createLinkChecker(client, { cache: createAnswerCache(record), isFresh, pauseMs: 1 });
    const verdicts = await Array.fromAsync(checkLinks(targets, NEVER));
    return {
      states: verdicts.map(({ url, rule, state }) => `${url.replace(MILL, "")} ${rule ?? state}`).sort(),
      asked: asked.length - before,
    };
  };
  return { check, kept };
}

describe("answers on record for all workers", () => {
  it("spare asking again, for another site too, and for other places on the same page", async () => {
    const { check } = millThat(() => ({ status: 200, html: "<p id=rye>Rye</p>" }));
    expect(await check([`${MILL}/a`, `${MILL}/b#rye`])).toEqual({ states: ["/a ok", "/b#rye ok"], asked: 2 });
    expect(await check([`${MILL}/a`, `${MILL}/b`, `${MILL}/b#oats`])).toEqual({
      states: ["/a ok", "/b ok", "/b#oats links/fragment"],
      asked: 0,
    });
    expect((await check([`${MILL}/a#rye`])).asked).toBe(1);
  });

  it("are neither used nor kept for the site's own addresses", async () => {
    const { check, kept } = millThat(() => ({ status: 200 }));
    expect((await check([`${MILL}/a`], "mill.example")).asked).toBe(1);
    expect(kept.size).toBe(0);
    expect((await check([`${MILL}/a`])).asked).toBe(1);
    expect((await check([`${MILL}/a`], "mill.example")).asked).toBe(1);
  });

  it("leave out what each site must see for itself", async () => {
    const { check, kept } = millThat((path) => ({ status: path === "/gone" ? 404 : path === "/shy" ? 403 : 500 }));
    expect((await check([`${MILL}/gone`, `${MILL}/shy`, `${MILL}/ill`])).states).toEqual([
      "/gone links/not-found",
      "/ill links/server-error",
      "/shy links/unknown",
    ]);
    expect([...kept.keys()].sort()).toEqual([`${MILL}/gone`, `${MILL}/shy`]);
  });
});

describe("what may be shared", () => {
  it("is no address of a private host, and none with a password", () => {
    const addresses = [
      "https://mill.example/a?b",
      "http://printer/",
      "http://192.0.2.1/",
      "http://[2001:db8::1]/",
      "http://nas.local/",
    ];
    expect(addresses.filter(isShareable)).toEqual(["https://mill.example/a?b"]);
    expect(isShareable("https://ann:secret@mill.example/")).toBe(false);
    expect(isShareable("http://app.localhost/")).toBe(false);
  });

  it("counts longer the surer it lasts", () => {
    const forMs = (state: LinkAnswer["state"], rule: string | null) => shareableForMs({ state, rule, status: 200 }) ?? 0;
    expect(forMs("ok", null)).toBeGreaterThan(forMs("unknown", "links/unknown"));
    expect(forMs("unknown", "links/unknown")).toBeGreaterThan(forMs("broken", "links/not-found"));
    for (const rule of ["links/server-error", "links/unreachable", "links/domain-not-found", "links/certificate"])
      expect(shareableForMs({ state: "broken", rule, status: 500 })).toBeNull();
  });

  it("counts for one site alone where nobody answered: the fault may be ours", () => {
    expect(shareableForMs({ state: "unknown", rule: "links/unknown", status: null })).toBeNull();
  });
});

describe("createAnswerCache", () => {
  const group = (target: string) => ({ address: target.replace(/#.*/, ""), targets: [target] });
  const open = (cache: ReturnType<typeof createAnswerCache>, addresses: string[] = [], own = "") =>
    cache.open(addresses, (address) => new URL(address).host === own);
  const works = workingAnswer({}, ["rye"]);

  it("knows at once, in this process, what another check has just received, and in the database after that check", async () => {
    const { record, kept } = createRecord();
    const cache = createAnswerCache(record);
    const [first, second] = [await open(cache, [MILL]), await open(cache, [MILL])];
    await first.keep(MILL, works);
    expect([second.recorded(group(MILL)), second.recent(group(MILL))]).toEqual([null, works]);
    expect(kept.size).toBe(0);
    await first.flush();
    const elsewhere = await open(createAnswerCache(record), [MILL]);
    expect([elsewhere.recorded(group(MILL)), elsewhere.recent(group(MILL))]).toEqual([works, null]);
  });

  it("keeps from the database what private hosts say and what carries a password, also when it asks it", async () => {
    const asked: string[] = [];
    const { record, kept } = createRecord();
    const recall: AnswerRecord["recall"] = (addresses) => {
      asked.push(...addresses);
      return record.recall(addresses);
    };
    const cache = createAnswerCache({ ...record, recall });
    const secret = ["http://192.0.2.1/", "http://nas.local/", "https://ann:secret@mill.example/"];
    const answers = await open(cache, [...secret, MILL]);
    for (const address of [...secret, MILL]) await answers.keep(address, works);
    await answers.flush();
    expect(asked).toEqual([MILL]);
    expect([...kept.keys()]).toEqual([MILL]);
    for (const address of secret) expect(answers.recent(group(address))).toEqual(works);
  });

  it.each<[string, LinkAnswer, boolean, boolean]>([
    ["what works", works, true, true],
    ["what is gone", faultyAnswer("links/not-found", "It is gone.", { status: 404 }), false, true],
    ["what fails", faultyAnswer("links/server-error", "It fails.", { status: 500 }), false, false],
    ["what gave no answer", faultyAnswer("links/unknown", "It is silent."), true, false],
  ])("keeps %s where it may count", async (_, answer, isRecent, isRecorded) => {
    const { record, kept } = createRecord();
    const answers = await open(createAnswerCache(record));
    await answers.keep(MILL, answer);
    await answers.flush();
    expect([answers.recent(group(MILL)) !== null, kept.has(MILL)]).toEqual([isRecent, isRecorded]);
  });

  it("does not answer for an anchor where the page's anchors are not known, unless none could change the answer", async () => {
    const { record, kept } = createRecord();
    kept.set(`${MILL}/blind`, workingAnswer({}));
    kept.set(`${MILL}/gone`, faultyAnswer("links/not-found", "It is gone."));
    const answers = await open(createAnswerCache(record), [...kept.keys()]);
    const isKnown = (target: string) => answers.recorded(group(MILL + target)) !== null;
    expect(["/blind", "/blind#rye", "/blind#top", "/gone#rye"].map(isKnown)).toEqual([true, false, true, true]);
  });

  it("reads and writes thousands of answers in batches, and each once", async () => {
    const sizes: number[] = [];
    const { record, kept } = createRecord();
    const counting: AnswerRecord = {
      recall: async (addresses) => {
        sizes.push(addresses.length);
        return new Map();
      },
      keep: async (answers) => {
        sizes.push(answers.length);
        await record.keep(answers);
      },
    };
    const addresses = Array.from({ length: 1_200 }, (_, at) => `${MILL}/${at}`);
    const answers = await open(createAnswerCache(counting), addresses);
    for (const address of addresses) await answers.keep(address, works);
    await answers.flush();
    await answers.flush();
    expect(sizes).toEqual([500, 500, 200, 500, 500, 200]);
    expect(kept.size).toBe(1_200);
  });

  it("forgets what is recent before it outgrows its memory", async () => {
    const answers = await open(createAnswerCache());
    const long = workingAnswer({}, ["x".repeat(20_000_000)]);
    await answers.keep(`${MILL}/first`, long);
    await answers.keep(`${MILL}/second`, long);
    expect([answers.recent(group(`${MILL}/first`)), answers.recent(group(`${MILL}/second`))]).toEqual([null, long]);
  });
});

import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { createNameLookups } from "#worker/http/client/name-lookups.ts";

const HOUR = 3_600_000;
const ADDRESSES = [{ address: "203.0.113.7", family: 4 }];
const failing = (code: string) => Object.assign(new Error(code), { code });

/** Names with their answers: addresses, or the code of an error. Others wait until `finish`. */
function open(answers: Record<string, typeof ADDRESSES | string>, patienceMs = HOUR) {
  const asked: string[] = [];
  const time = { now: 0 };
  const pending: (() => void)[] = [];
  const names = createNameLookups({
    now: () => time.now,
    confirmMs: 0,
    patienceMs,
    lookUp: async (name) => {
      asked.push(name);
      const answer = answers[name];
      if (answer === undefined) await new Promise<void>((resolve) => pending.push(resolve));
      if (typeof answer === "string") throw failing(answer);
      return answer ?? ADDRESSES;
    },
  });
  return { names, asked, time, answers, finish: () => pending.splice(0).map((resolve) => resolve()) };
}

describe("createNameLookups", () => {
  it("looks a name up once for all that ask at the same time, and again after a minute", async () => {
    const { names, asked, time, finish } = open({});
    const both = Promise.all([names.resolve("slow.example"), names.resolve("slow.example")]);
    finish();
    expect(await both).toEqual([ADDRESSES, ADDRESSES]);
    await names.resolve("slow.example");
    expect(asked).toHaveLength(1);
    time.now += 61_000;
    const again = names.resolve("slow.example");
    finish();
    await again;
    expect(asked).toHaveLength(2);
  });

  it("asks for a name that does not exist twice, and then not for an hour", async () => {
    const { names, asked, time } = open({ "dead.example": "ENOTFOUND" });
    await expect(names.resolve("dead.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await wait(0);
    time.now += HOUR - 1;
    await expect(names.resolve("dead.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
    expect(asked).toHaveLength(2);
    time.now += 2;
    await expect(names.resolve("dead.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
    expect(asked).toHaveLength(3);
  });

  it("does not wait for a silent name server, but remembers what it says later", async () => {
    const { names, asked, finish } = open({}, 1);
    await expect(names.resolve("slow.example")).rejects.toMatchObject({ code: "EAI_AGAIN" });
    finish();
    await vi.waitFor(async () => expect(await names.resolve("slow.example")).toEqual(ADDRESSES));
    expect(asked).toHaveLength(1);
  });

  it("believes a name that is found the second time", async () => {
    const { names, asked, answers } = open({ "new.example": "ENOTFOUND" });
    await expect(names.resolve("new.example")).rejects.toThrow();
    answers["new.example"] = ADDRESSES;
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(await names.resolve("new.example")).toEqual(ADDRESSES);
  });

  it("keeps no error that may be ours", async () => {
    const { names, asked } = open({ "x.example": "EAI_AGAIN" });
    for (let times = 0; times < 3; times += 1) await expect(names.resolve("x.example")).rejects.toThrow();
    expect(asked).toHaveLength(3);
  });

  it("forgets on request that a name does not exist, since its owner may have set it up", async () => {
    const { names, asked, answers } = open({ "own.example": "ENOTFOUND" });
    await expect(names.resolve("own.example")).rejects.toThrow();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await wait(0);
    answers["own.example"] = ADDRESSES;
    names.forget("own.example");
    expect(await names.resolve("own.example")).toEqual(ADDRESSES);
  });

  it("prepares a few names at a time, each once, and gives whoever asks the same answer", async () => {
    const { names, asked, finish } = open({});
    for (let index = 0; index < 20; index += 1) names.prepare(`n${index % 10}.example`);
    await wait(0);
    expect(asked).toHaveLength(6);
    const waiting = names.resolve("n0.example");
    finish();
    expect(await waiting).toEqual(ADDRESSES);
    await vi.waitFor(() => {
      finish();
      expect(new Set(asked).size).toBe(10);
    });
    expect(asked).toHaveLength(10);
  });
});

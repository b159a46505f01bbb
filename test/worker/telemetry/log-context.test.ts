import { expect, it } from "vitest";
import { currentLogContext, inLogContext, noteInLog } from "#worker/telemetry/log-context.ts";

it("keeps the ids of works that run at the same time apart", async () => {
  const seen = await Promise.all(
    ["a", "b"].map((requestId) =>
      inLogContext({ requestId }, async () => {
        await Promise.resolve();
        noteInLog({ teamId: `team of ${requestId}` });
        await Promise.resolve();
        return { ...currentLogContext() };
      }),
    ),
  );
  expect(seen).toEqual([
    { requestId: "a", teamId: "team of a" },
    { requestId: "b", teamId: "team of b" },
  ]);
  expect(currentLogContext()).toEqual({});
});

it("shows what became known inside to the one who began it, and inherits from outside", () => {
  const ids = { requestId: "request" };
  inLogContext(ids, () => {
    noteInLog({ teamId: "team" });
    inLogContext({ jobId: "job" }, () =>
      expect(currentLogContext()).toEqual({ requestId: "request", teamId: "team", jobId: "job" }),
    );
  });
  expect(ids).toEqual({ requestId: "request", teamId: "team" });
  noteInLog({ teamId: "none" });
  expect(currentLogContext()).toEqual({});
});

import { describe, expect, it } from "vitest";
import { restartDatabaseWhenDown } from "#worker/launch/process/restart-database.ts";

const PATIENT = { timeout: 20_000 };

const EVERY_MS = 5;

describe("keepUp", () => {
  it("brings a server back that was killed, and says so once", async () => {
    const said: string[] = [];
    const server = { running: false, brought: 0 };
    const end = restartDatabaseWhenDown(
      {
        isRunning: async () => server.running,
        bringBack: async () => {
          server.running = true;
          server.brought += 1;
        },
      },
      (line) => said.push(line),
      EVERY_MS,
    );
    await expect.poll(() => said.length, PATIENT).toBe(2);
    await end();
    expect(said).toEqual(["PostgreSQL stopped. Starting it again.", "PostgreSQL runs again."]);
    expect(server.brought).toBe(1);
  });

  it("goes on trying when that fails", async () => {
    let tries = 0;
    const said: string[] = [];
    const bringBack = async () => {
      tries += 1;
      throw new Error("The disk is full.");
    };
    const end = restartDatabaseWhenDown({ isRunning: async () => false, bringBack }, (line) => said.push(line), EVERY_MS);
    await expect.poll(() => tries, PATIENT).toBeGreaterThan(2);
    await end();
    expect(said.join("\n")).toContain("The disk is full.");
  });

  it("does not bring back what is being stopped", async () => {
    const end = restartDatabaseWhenDown(
      { isRunning: async () => false, bringBack: () => Promise.reject(new Error("It must not be started.")) },
      () => undefined,
      60_000,
    );
    await end();
  });
});

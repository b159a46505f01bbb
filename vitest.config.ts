import { defineConfig } from "vitest/config";

/** The endings of test files that need more than Node. */
const NEEDY = "test/**/*.{db,browser,e2e}.test.{ts,tsx}";
const POSTGRES = ["test/support/servers/postgres-server.ts"];

/**
 * unit: no services. db: a real PostgreSQL. browser: a real browser and servers that misbehave. e2e: the built product, whole.
 * The file name's ending says which. Tests that need more than Node wait more than they work, so two files run at a time also on one core.
 * Files of the unit and db tests share their process and its loaded modules, which halves their time: no module keeps what a test changes.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Vitest leaves one core free, which is every second one of two. These tests wait for nothing but the processor.
          maxWorkers: "100%",
          isolate: false,
          sequence: { groupOrder: 1 },
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [NEEDY, "test/bench/**"],
          // No test waits for a time. This bound is for machines that do much else at the same time.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          maxWorkers: 2,
          isolate: false,
          include: ["test/**/*.db.test.{ts,tsx}"],
          globalSetup: POSTGRES,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          maxWorkers: 2,
          include: ["test/**/*.browser.test.{ts,tsx}"],
          globalSetup: POSTGRES,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/**/*.e2e.test.{ts,tsx}"],
          globalSetup: POSTGRES,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // Each file starts a product of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

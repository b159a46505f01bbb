import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  test: { name, include, exclude: ["**/node_modules/**", "test/bench/**"], ...extra },
});

/**
 * unit: no services. db: a real PostgreSQL. browser: a real browser and servers that misbehave. e2e: the built product, whole.
 * The file name's ending says which.
 */
export default defineConfig({
  test: {
    projects: [
      {
        ...project("unit", ["test/**/*.test.ts", "test/**/*.test.tsx"]),
        test: {
          ...project("unit", ["test/**/*.test.{ts,tsx}"]).test,
          exclude: ["test/**/*.{db,browser,e2e}.test.{ts,tsx}", "test/bench/**"],
        },
      },
      project("db", ["test/**/*.db.test.{ts,tsx}"], {
        globalSetup: ["test/support/postgres-server.ts"],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project("browser", ["test/**/*.browser.test.{ts,tsx}"], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project("e2e", ["test/**/*.e2e.test.{ts,tsx}"], { testTimeout: 240_000, hookTimeout: 300_000, fileParallelism: false }),
    ],
  },
});

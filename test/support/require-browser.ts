import { findBrowser } from "#worker/browser/find-browser.ts";

/** Returns the browser for the tests and for the product under test. @throws when this machine has none. */
export async function requireBrowser(): Promise<string> {
  const path = await findBrowser({ configured: process.env.CHROMIUM_PATH });
  if (path === null) throw new Error("There is no browser on this machine: run the tests through `npm test`, which gets one.");
  return path;
}

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePort, claimPort, isPortFree } from "../process/choose-port.ts";
import type { ChildSpec } from "../process/supervise.ts";
import { PATHS } from "../project-paths.ts";

const HOST = "127.0.0.1";
const FIRST_PORT = 12_111;

export type StripeStandIn = {
  spec: ChildSpec;
  settings: { STRIPE_API_URL: string; STRIPE_SECRET_KEY: string; STRIPE_WEBHOOK_SECRET: string };
};

/**
 * Plans the stand-in for Stripe, on its last port if that is free, because its checkout pages may still be open in a browser. Its customers and
 * plans survive a restart; its key and the webhook's secret are new with each run.
 */
export async function planStripeStandIn(webUrl: string): Promise<StripeStandIn> {
  const portFile = join(PATHS.state, "stripe-port");
  const last = existsSync(portFile) ? Number(await readFile(portFile, "utf8")) : FIRST_PORT;
  const port = (await isPortFree(last, HOST)) && (await claimPort(last)) ? last : await choosePort(FIRST_PORT, HOST);
  await writeFile(portFile, String(port), { mode: 0o600 });
  const key = `sk_standin_${randomBytes(24).toString("hex")}`;
  const secret = `whsec_${randomBytes(24).toString("hex")}`;
  return {
    spec: {
      name: "stripe-stand-in",
      args: [join(PATHS.root, "test", "stripe", "main.ts")],
      environment: {
        PORT: String(port),
        HOST,
        API_KEY: key,
        WEBHOOK_URL: `${webUrl}/api/stripe/webhook`,
        WEBHOOK_SECRET: secret,
        STATE_FILE: join(PATHS.state, "stripe.json"),
      },
    },
    settings: { STRIPE_API_URL: `http://${HOST}:${port}`, STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret },
  };
}

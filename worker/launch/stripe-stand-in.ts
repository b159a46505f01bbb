import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePort, claimPort, isPortFree } from "./choose-port.ts";
import { PATHS } from "./project-paths.ts";
import type { ChildSpec } from "./supervise.ts";

const HOST = "127.0.0.1";
const FIRST_PORT = 12_111;

export type StripeStandIn = { spec: ChildSpec; settings: { STRIPE_API_URL: string; STRIPE_WEBHOOK_SECRET: string } };

/**
 * The stand-in for Stripe, on the port that it had before if that is free: its checkout pages may still be open in a browser. Its customers
 * and plans outlive a restart.
 */
export async function planStripeStandIn(webUrl: string): Promise<StripeStandIn> {
  const portFile = join(PATHS.state, "stripe-port");
  const last = existsSync(portFile) ? Number(await readFile(portFile, "utf8")) : FIRST_PORT;
  const port = (await isPortFree(last, HOST)) && (await claimPort(last)) ? last : await choosePort(FIRST_PORT, HOST);
  await writeFile(portFile, String(port));
  const secret = `whsec_${randomBytes(24).toString("hex")}`;
  return {
    spec: {
      name: "stripe-stand-in",
      args: [join(PATHS.root, "test", "stripe", "main.ts")],
      environment: {
        PORT: String(port),
        HOST,
        WEBHOOK_URL: `${webUrl}/api/stripe/webhook`,
        WEBHOOK_SECRET: secret,
        STATE_FILE: join(PATHS.state, "stripe.json"),
      },
    },
    settings: { STRIPE_API_URL: `http://${HOST}:${port}`, STRIPE_WEBHOOK_SECRET: secret },
  };
}

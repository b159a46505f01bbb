import { z } from "zod";
import { startStripeStandIn } from "./server.ts";

/**
 * Runs the stand-in on its own: `node test/stripe/main.ts`. Reads PORT, API_KEY, WEBHOOK_URL, WEBHOOK_SECRET; STATE_FILE keeps
 * plans over restarts; PUBLIC_URL is its address for browsers. Prints `ready` when it accepts requests.
 */
const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535),
    API_KEY: z.string().startsWith("sk_").min(16),
    WEBHOOK_URL: z.url(),
    WEBHOOK_SECRET: z.string().min(1),
    STATE_FILE: z.string().min(1).optional(),
    PUBLIC_URL: z.url().optional(),
    HOST: z.string().min(1).optional(),
  })
  .parse(process.env);

const standIn = await startStripeStandIn({
  port: environment.PORT,
  apiKey: environment.API_KEY,
  webhookUrl: environment.WEBHOOK_URL,
  webhookSecret: environment.WEBHOOK_SECRET,
  stateFile: environment.STATE_FILE,
  publicUrl: environment.PUBLIC_URL?.replace(/\/$/, ""),
  host: environment.HOST,
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => standIn.close().then(() => process.exit(0)));
}
process.stdout.write("ready\n");

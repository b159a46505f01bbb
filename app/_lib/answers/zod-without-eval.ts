import { config } from "zod/mini";

// Otherwise Zod tries to compile its schemas, which our Content-Security-Policy forbids and browsers report.
config({ jitless: true });

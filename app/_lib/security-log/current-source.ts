import "server-only";
import { headers } from "next/headers";
import type { EventSource } from "#prisma/queries/security/record-security-event.ts";
import { getSettings } from "../settings.ts";
import { requestSource } from "./request-source.ts";

/** Describes the source of the current request, for the security log. */
export async function currentSource(): Promise<EventSource> {
  return requestSource(new Headers(await headers()), getSettings());
}

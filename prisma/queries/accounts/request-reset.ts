import { randomUUID } from "node:crypto";
import type { Database } from "../../client.ts";
import type { Queue } from "../../queue.ts";
import type { SealedSecret } from "../../sealed-secret.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { tokenIdentifier } from "./token-identifier.ts";

type ResetRequest = {
  /** In lower case. */
  email: string;
  token: string;
  expiresAt: Date;
  /** Address of the page that the token opens. */
  url: SealedSecret;
  /** Identifies the mail: writing it a second time sends nothing. */
  dedupeKey: string;
};

/**
 * Writes the mail with a reset link. For an address without an account the same statements run, so that the response time
 * reveals nothing: the token belongs to no user, and the Delivery is stored as refused, without the address.
 */
export async function requestReset(db: Database, queue: Queue, request: ResetRequest): Promise<void> {
  const { email, token, expiresAt, url, dedupeKey } = request;
  const identifier = tokenIdentifier("reset-password", token);
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    await tx.verification.create({ data: { id: randomUUID(), identifier, value: user?.id ?? "", expiresAt } });
    await writeDelivery(tx, queue, {
      kind: "reset",
      email: user ? email : "",
      siteId: null,
      dedupeKey,
      payload: user ? { url } : {},
      state: user ? "pending" : "refused",
    });
  });
}

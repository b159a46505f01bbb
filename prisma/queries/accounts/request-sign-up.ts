import { randomUUID } from "node:crypto";
import type { Database } from "../../client.ts";
import type { Queue } from "../../queue.ts";
import type { SealedSecret } from "../../sealed-secret.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { tokenIdentifier } from "./token-identifier.ts";

type SignUpRequest = {
  /** In lower case. */
  email: string;
  token: string;
  expiresAt: Date;
  /** The page that the token opens. */
  url: SealedSecret;
  /** Names the mail: writing it again sends nothing. */
  dedupeKey: string;
};

/**
 * Writes the mail that answers a sign-up: the link that makes the account or, where there is one, that it exists. Both run the same
 * statements, so that the time taken does not tell which it was. A token for an address that has an account is refused when it is used.
 */
export async function requestSignUp(db: Database, queue: Queue, request: SignUpRequest): Promise<void> {
  const { email, token, expiresAt, url, dedupeKey } = request;
  const identifier = tokenIdentifier("sign-up", token);
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    await tx.verification.create({ data: { id: randomUUID(), identifier, value: email, expiresAt } });
    await writeDelivery(tx, queue, {
      kind: user ? "account_exists" : "verification",
      email,
      siteId: null,
      dedupeKey,
      payload: user ? {} : { url },
    });
  });
}

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
  /** Address of the page that the token opens. */
  url: SealedSecret;
  /** Identifies the mail: writing it a second time sends nothing. */
  dedupeKey: string;
};

/**
 * Writes the mail that answers a sign-up: a link that creates the account, or a notice that it exists. Both cases run the same
 * statements, so that the response time does not reveal which. A token for an existing account is refused on use.
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

import type { Transaction } from "#prisma/client.ts";

/**
 * Moves the marks of an address back to before its last digests, as far as they all were refused, so that the next digest contains their
 * events. A mark never passes a digest that may have arrived: each event is mailed once. Doing it again changes nothing.
 */
export async function rewindMarks(tx: Transaction, email: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Recipient" AS recipient SET "toldUpTo" = LEAST("toldUpTo", (
      SELECT min((mark->>'from')::bigint)
      FROM "Delivery" AS lost CROSS JOIN LATERAL jsonb_array_elements(lost."marks") AS mark
      WHERE lost."email" = ${email} AND lost."state" = 'refused' AND mark->>'recipientId' = recipient."id"
        AND NOT EXISTS (
          SELECT 1 FROM "Delivery" AS later
          WHERE later."email" = ${email} AND later."state" <> 'refused'
            AND (later."createdAt", later."id") > (lost."createdAt", lost."id")
            AND later."marks" @> jsonb_build_array(jsonb_build_object('recipientId', recipient."id")))))
    WHERE recipient."email" = ${email}`;
}

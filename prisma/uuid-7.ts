import { Prisma } from "./client.ts";

/**
 * SQL of a new UUID of version 7 (RFC 9562 5.7), as Prisma makes them. New rows come to the end of the index: with random ids each one changes
 * another block of it, which takes three times the bytes in the write-ahead log.
 */
export const UUID_7 = Prisma.sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid::text`;

import { z } from "zod";

const LONGEST_DETAIL = 300;
const LONGEST_ADDRESS = 320;

/** Fields of providers' events: what is missing or odd becomes empty. Only an event without an address is refused. */
export const addressField = z
  .string()
  .max(LONGEST_ADDRESS)
  .transform((address) => address.trim().toLowerCase())
  .pipe(z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/));
export const textField = z.string().max(100_000).catch("");
export const idField = z.union([z.string().max(1_000), z.number()]).catch("");

/** Returns the first of several texts that says something, as one line of at most 300 characters. */
export function detailOf(...texts: readonly string[]): string {
  const text = texts.find((one) => one.trim() !== "") ?? "";
  return text
    .slice(0, 2 * LONGEST_DETAIL)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_DETAIL);
}

/** Returns a time from ISO 8601, or from seconds or milliseconds since 1970; null for anything else. */
export function timeOf(value: unknown): Date | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const time = new Date(typeof value === "number" ? (value < 1e11 ? value * 1000 : value) : value.slice(0, 100));
  return Number.isNaN(time.getTime()) ? null : time;
}

/** Returns a Message-ID without its angle brackets; null for none. */
export function messageIdOf(value: string): string | null {
  const id = value.slice(0, 1_000).trim().replace(/^</, "").replace(/>$/, "");
  return id === "" ? null : id;
}

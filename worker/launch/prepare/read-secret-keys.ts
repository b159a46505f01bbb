import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { DomainError } from "#worker/core/errors.ts";

/**
 * Reads the secret keys in a file, or, if it is called `-`, on standard input: the user of the service may be unable to open the
 * administrator's file. @throws DomainError if it cannot be read or holds no key
 */
export async function readSecretKeys(file: string, input: Readable): Promise<string[]> {
  const keys = (await readText(file, input))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("AGE-SECRET-KEY-"));
  if (keys.length > 0) return keys;
  const source = file === "-" ? "Standard input" : file;
  throw new DomainError("invalid-input", `${source} holds no line that begins with AGE-SECRET-KEY-.`);
}

async function readText(file: string, input: Readable): Promise<string> {
  if (file === "-") return text(input);
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError("invalid-input", `The file with the secret key cannot be read: ${reason}`, { cause: error });
  }
}

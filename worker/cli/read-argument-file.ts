import { readFile } from "node:fs/promises";
import { DomainError } from "#worker/core/errors.ts";
import { errorCode } from "#worker/http/client/error-code.ts";

/** Reads a file that an option names. @throws DomainError `invalid-input` that names both. */
export async function readArgumentFile(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new DomainError("invalid-input", `${option}: ${path} could not be read (${errorCode(error)}).`);
  }
}

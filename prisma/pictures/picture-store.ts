import { randomBytes } from "node:crypto";

/** Store of pictures and PDFs outside the database. The names are ours: no text of a page is part of one. */
export type PictureStore = {
  /** Stores a picture. @throws if it could not be stored completely. */
  put(key: string, picture: Uint8Array): Promise<void>;
  /** Returns a picture and its size in bytes; null if there is none of this name. */
  get(key: string): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> } | null>;
  /** Deletes a picture; one that is gone already is no fault. */
  delete(key: string): Promise<void>;
};

/** Names of pictures end with nothing, those of PDFs with their ending. */
const KEY = /^[0-9a-f]{32}(?:\.pdf)?$/;

/** Creates the name of a new picture: 128 random bits, so that it cannot be guessed from anything. */
export function makePictureKey(): string {
  return randomBytes(16).toString("hex");
}

/** Creates the name of a new PDF in the store. */
export function makePdfKey(): string {
  return `${makePictureKey()}.pdf`;
}

/** Returns the path of a picture or PDF in a store, in one of 256 folders. @throws for a name that was not made here. */
export function pathOfKey(key: string): string {
  if (!KEY.test(key)) throw new Error("This is not the name of a picture.");
  return `${key.slice(0, 2)}/${key}${key.endsWith(".pdf") ? "" : ".webp"}`;
}

/** Returns the MIME type of what is stored under a name. */
export function typeOfKey(key: string): string {
  return key.endsWith(".pdf") ? "application/pdf" : "image/webp";
}

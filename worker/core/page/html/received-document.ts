/**
 * A server's response for a page, decompressed but otherwise byte for byte, so that a browser can load it without another
 * request.
 */
export type ReceivedDocument = {
  /** Final address after redirects. */
  url: string;
  bytes: Uint8Array;
  /** Without the headers about compression. */
  headers: { name: string; value: string }[];
};

/** What a server sent for a page, unpacked but else byte for byte, so that a browser can be shown it without asking again. */
export type ReceivedDocument = {
  /** Where redirects ended. */
  url: string;
  bytes: Uint8Array;
  /** Without those that say how the bytes were packed for the way. */
  headers: { name: string; value: string }[];
};

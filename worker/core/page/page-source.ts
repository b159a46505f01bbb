/** Facts about a response on which the reading of its page depends. Absent: UTF-8, HTML, no such headers. */
export type PageSource = {
  /** Name of the encoding in which the page was sent (WHATWG Encoding). */
  encoding?: string;
  /** True if it is parsed as XML, because its type says so. */
  isXml?: boolean;
  /** Value of its Refresh header. */
  refresh?: string;
  /** True if its Content-Security-Policy header has `upgrade-insecure-requests`. */
  upgradesInsecure?: boolean;
};

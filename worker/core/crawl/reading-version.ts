import { LINK_RULES_VERSION } from "../checks/links/link-rules.ts";

/** Increase this whenever the same HTML may give other Blocks, links or anchors (a test enforces it). */
const EXTRACTION = 10;

/**
 * Version of page extraction and link rules. A page stored under another version is read again, even if the server says that it
 * has not changed.
 */
export const READING_VERSION = `${EXTRACTION}-${LINK_RULES_VERSION}`;

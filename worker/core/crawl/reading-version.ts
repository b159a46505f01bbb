import { LINK_RULES_VERSION } from "../checks/links/link-rules.ts";

/** Raise it with every change after which the same HTML may give other Blocks, links or anchors. A test enforces this. */
const EXTRACTION = 7;

/** The version of extraction and link rules. A page that another version read is read again, even if the server says "not modified". */
export const READING_VERSION = `${EXTRACTION}-${LINK_RULES_VERSION}`;

import { LINK_RULES_VERSION } from "../checks/links/link-rules.ts";

/** Raised with every change after which the same HTML may give other Blocks, links or places (a test holds it to that). */
const EXTRACTION = 7;

/** The version of what is read of a page and of how its links are judged. A page that another one read is read again, whatever the server says. */
export const READING_VERSION = `${EXTRACTION}-${LINK_RULES_VERSION}`;

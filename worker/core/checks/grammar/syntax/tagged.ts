import { TAGS, type Tag } from "../engine/tag-features.ts";
import type { Token } from "../engine/token.ts";

/** Returns a test for tokens that are one of some parts of speech in their sentence. */
export function tagged(...tags: readonly Tag[]): (token: Token | undefined) => boolean {
  const wanted = new Set(tags.map((tag) => TAGS.indexOf(tag)));
  return (token) => token !== undefined && wanted.has(token.tag);
}

/**
 * Words that occur almost only in filler text, first those of lorem ipsum, then of generators that draw from Cicero; three different ones are
 * enough.
 */
const FILLER_WORDS =
  /\b(?:aliquam|bibendum|condimentum|consectetu?er|convallis|curabitur|dapibus|dignissim|efficitur|eleifend|euismod|facilisis?|faucibus|fermentum|fringilla|hendrerit|imperdiet|laoreet|lobortis|maecenas|malesuada|mauris|pellentesque|pharetra|phasellus|porttitor|pretium|scelerisque|sollicitudin|suscipit|suspendisse|tincidunt|ullamcorper|vehicula|venenatis|vestibulum|viverra|volutpat|vulputate|accusantium|asperiores|aspernatur|blanditiis|consequatur|consequuntur|cupiditate|deleniti|dignissimos|doloremque|ducimus|eligendi|excepturi|exercitationem|laboriosam|laudantium|molestiae|mollitia|nesciunt|occaecati|perferendis|perspiciatis|praesentium|quibusdam|quisquam|recusandae|reiciendis|repellat|reprehenderit|repudiandae|similique|voluptat(?:em|es|um))\b/giu;
const FEWEST_FILLER_WORDS = 3;
const ABOUT_FILLER = /\b(?:filler|dummy|placeholder|typesetting|cicero|generator|so-called|latin)\b/iu;

/** Returns the first filler word of a filler text, or null for any other text. */
export function findFiller(text: string): string | null {
  const words = text.match(FILLER_WORDS) ?? [];
  const distinct = new Set(words.map((word) => word.toLowerCase()));
  return distinct.size >= FEWEST_FILLER_WORDS && !isAboutFiller(text) ? (words[0] ?? null) : null;
}

/** Returns true for a text that explains what filler text is. */
export function isAboutFiller(text: string): boolean {
  return ABOUT_FILLER.test(text);
}

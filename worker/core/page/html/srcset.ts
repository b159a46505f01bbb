/**
 * Returns the URLs of a `srcset` attribute (HTML Standard, "parse a srcset attribute"). A URL may contain commas; only one at
 * its end is a separator (`a.jpg, b,1.jpg 2x` is `a.jpg` and `b,1.jpg`).
 */
export function srcsetUrls(srcset: string): string[] {
  const urls: string[] = [];
  const candidate = /[\s,]*([^\s,]\S*)\s*/y;
  for (let match = candidate.exec(srcset); match; match = candidate.exec(srcset)) {
    const url = match[1] ?? "";
    const bare = withoutCommas(url);
    if (bare !== "") urls.push(bare);
    if (bare === url) candidate.lastIndex = endOfDescriptors(srcset, candidate.lastIndex);
  }
  return urls;
}

/** Removes trailing commas. A regular expression would backtrack from each comma. */
function withoutCommas(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === ",") end -= 1;
  return url.slice(0, end);
}

/** Returns the index after the comma that ends the descriptors (`2x`, `100w`) from `from`, ignoring commas in parentheses. */
function endOfDescriptors(srcset: string, from: number): number {
  let depth = 0;
  for (let index = from; index < srcset.length; index += 1) {
    const character = srcset[index];
    if (character === "(") depth += 1;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (character === "," && depth === 0) return index + 1;
  }
  return srcset.length;
}

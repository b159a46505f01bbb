import { cssUrls } from "./css-urls.ts";
import { manifestUrls } from "./manifest-urls.ts";
import type { SheetKind } from "./sheet-kind.ts";

const URLS_IN: Record<SheetKind, (text: string) => string[]> = { "style sheet": cssUrls, manifest: manifestUrls };

/** Returns the addresses in a style sheet or manifest, as written there. */
export function sheetUrls(text: string, kind: SheetKind): string[] {
  return URLS_IN[kind](text);
}

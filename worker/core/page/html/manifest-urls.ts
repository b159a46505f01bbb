import { z } from "zod";

/** Maximum number of pictures that are read from one manifest. */
const MAX_URLS = 100;

const pictures = z.array(z.object({ src: z.string() })).catch([]);
const manifestSchema = z.object({
  icons: pictures,
  screenshots: pictures,
  shortcuts: z.array(z.object({ icons: pictures })).catch([]),
});

/** Returns the distinct picture URLs in a web app manifest as written; none if the text is not a manifest. */
export function manifestUrls(text: string): string[] {
  const manifest = manifestSchema.safeParse(parseJson(text)).data;
  if (!manifest) return [];
  const { icons, screenshots, shortcuts } = manifest;
  const all = [...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
  return [...new Set(all.map(({ src }) => src).filter(Boolean))].slice(0, MAX_URLS);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

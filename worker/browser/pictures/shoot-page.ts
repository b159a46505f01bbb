import { z } from "zod";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { Tab } from "../open-tab.ts";

/** A picture in WebP of the upper part of a page. Sizes are in the page's CSS pixels. */
export type Shot = { picture: Buffer; width: number; height: number };

/** Tried one after the other until the picture is small enough. */
const ATTEMPTS = [
  { quality: 60, scale: 1 },
  { quality: 45, scale: 0.75 },
  { quality: 30, scale: 0.5 },
];
const TOO_LARGE: PageFailure = { code: "too-large", message: "The picture of the page is too large for us to keep." };

/** Takes a picture of a tab's page from its top, down to `mostHeight`. Returns `too-large` if even a coarse one has more than `mostBytes`. */
export async function shootPage(
  { page, inPage }: Tab,
  { width, mostHeight, mostBytes }: { width: number; mostHeight: number; mostBytes: number },
): Promise<Shot | PageFailure> {
  const height = Math.min(mostHeight, Math.ceil(z.number().parse(await inPage(pageHeight))));
  const session = await page.context().newCDPSession(page);
  try {
    for (const { quality, scale } of ATTEMPTS) {
      const clip = { x: 0, y: 0, width, height, scale };
      const { data } = await session.send("Page.captureScreenshot", {
        format: "webp",
        quality,
        captureBeyondViewport: true,
        clip,
      });
      const picture = Buffer.from(data, "base64");
      if (picture.length <= mostBytes) return { picture, width, height };
    }
    return TOO_LARGE;
  } finally {
    await session.detach();
  }
}

/** Runs inside the page. */
function pageHeight(): number {
  return Math.max(document.documentElement?.scrollHeight ?? 0, innerHeight);
}

/** Names of what is at an address, by the ending of its path. */
const KINDS: readonly (readonly [endings: RegExp, name: string])[] = [
  [/\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)$/iu, "A picture without text"],
  [/\.css$/iu, "A style sheet"],
  [/\.m?js$/iu, "A script"],
  [/\.(?:otf|ttf|woff2?)$/iu, "A font"],
  [/\.(?:m4v|mov|mp4|webm)$/iu, "A film"],
  [/\.(?:m4a|mp3|oga|ogg|wav)$/iu, "A sound"],
];

/** Returns how to name a link, or a part of a page, that has no text of its own: "A picture without text". */
export function unnamedTarget(target: string): string {
  const path = URL.parse(target)?.pathname ?? "";
  return KINDS.find(([endings]) => endings.test(path))?.[1] ?? "A link without text";
}

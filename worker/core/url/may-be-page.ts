/** File extensions that are never pages: checked as link targets, but not crawled. */
const NO_PAGE =
  /\.(?:7z|apk|avi|avif|bmp|bz2|css|csv|deb|dmg|docx?|epub|exe|gif|gz|ico|iso|jar|jpe?g|js|json|m4[av]|mjs|mkv|mov|mp[34]|mpe?g|msi|og[gv]|odp|ods|odt|pdf|png|pptx?|rar|rpm|rss|svg|tar|tgz|tiff?|ttf|txt|wav|web[mp]|wmv|woff2?|xlsx?|xml|xz|zip)$/i;

/** True if an address may be a page, by its file name. */
export function mayBePage(url: string): boolean {
  return !NO_PAGE.test(new URL(url).pathname);
}

/** Returns the address of a picture, which its Team's members can open. */
export function pictureUrl(siteId: string, pictureId: string): string {
  return `/sites/${siteId}/pictures/${pictureId}`;
}

/**
 * Runs in each page before its own scripts, and keeps closed shadow trees open, so that we can read what visitors see. Uses nothing outside
 * itself, because its source is sent to the browser.
 */
export function openShadowTrees(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    return attach.call(this, { ...init, mode: "open" });
  };
}

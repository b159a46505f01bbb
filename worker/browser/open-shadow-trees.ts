/**
 * Runs in each page before its own scripts: the shadow trees that they close stay open, to be read as any visitor can. Complete in itself, as it
 * is sent to the browser.
 */
export function openShadowTrees(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    return attach.call(this, { ...init, mode: "open" });
  };
}

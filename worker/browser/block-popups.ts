/**
 * Runs in each page before its own scripts, and blocks the popups that no visitor asked for, as browsers do: their addresses must not be
 * requested. Uses nothing outside itself, because its source is sent to the browser.
 */
export function blockPopups(): void {
  const open = window.open;
  const staysHere = (target: string | undefined) => /^_(?:self|top|parent)$/i.test(target ?? "");
  window.open = (url, target, features) => (staysHere(target) ? open.call(window, url, target, features) : null);
  const stop = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[target], area[target]") : null;
    if (!event.isTrusted && link && !staysHere(link.getAttribute("target") ?? "")) event.preventDefault();
  };
  window.addEventListener("click", stop, true);
}

/** Runs in a page. Returns how many elements have a text of their own or a target, and 1 if the page has the text of a complete one. */
export function readContent(sign) {
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  return {
    pages: 1,
    texts: [...document.body.querySelectorAll(":not(script, style)")].filter(hasText).length,
    links: document.querySelectorAll("a[href]").length,
    complete: document.body.textContent.includes(sign) ? 1 : 0,
  };
}

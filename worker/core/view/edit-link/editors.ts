/** A system that many sites are edited with. */
export type Editor = {
  id: string;
  name: string;
  pattern: string;
  /** Words of the link. They say truthfully where it leads. */
  linkWords: string;
  /** Says in the settings what the link opens and what is left to do there. */
  explanation: string;
  /** Returns the path of the editor of a page whose address holds its number, else null. */
  exactPath?(page: URL): string | null;
};

/**
 * Systems whose links can be made from the address and title of a page. Only Drupal's and WordPress's addresses can hold the number that
 * their editors need; for all other pages the link opens the nearest list.
 */
export const EDITORS: readonly Editor[] = [
  {
    id: "wordpress",
    name: "WordPress",
    pattern: "{origin}/wp-admin/edit.php?post_type=page&s={title}",
    linkWords: "Find it in WordPress",
    explanation:
      "Opens the list of pages, searched for the page's title. For posts instead of pages, choose your own address and write post_type=post.",
    exactPath: ({ searchParams }) => {
      const id = searchParams.get("page_id") ?? searchParams.get("p");
      return id !== null && /^\d{1,12}$/u.test(id) ? `/wp-admin/post.php?post=${id}&action=edit` : null;
    },
  },
  {
    id: "drupal",
    name: "Drupal",
    pattern: "{origin}/admin/content?title={title}",
    linkWords: "Find it in Drupal",
    explanation: "Opens the list of content, searched for the page's title. Pages at /node/1 open in their editor at once.",
    exactPath: ({ pathname }) => (/^\/node\/\d{1,12}$/u.test(pathname) ? `${pathname}/edit` : null),
  },
  {
    id: "typo3",
    name: "TYPO3",
    pattern: "{origin}/typo3/",
    linkWords: "Open TYPO3",
    explanation:
      "Opens the backend. TYPO3's addresses of pages need their number, which the web address does not hold. From version 14.2, the search of the page tree takes the page's web address.",
  },
  {
    id: "wix",
    name: "Wix",
    pattern: "https://manage.wix.com/account/sites",
    linkWords: "Open Wix",
    explanation:
      "Opens your sites at Wix. To get to this site's editor at once, choose your own address and paste the address of the editor.",
  },
  {
    id: "squarespace",
    name: "Squarespace",
    pattern: "{origin}/config",
    linkWords: "Open Squarespace",
    explanation: "Opens the site's editor. You can also open the page itself and press the Escape key to sign in there.",
  },
];

/** Returns the system that a pattern belongs to, or null for a pattern of the owner's own. */
export function editorOf(pattern: string): Editor | null {
  return EDITORS.find((editor) => editor.pattern === pattern) ?? null;
}

/** Returns the words of the link that a pattern makes. */
export function editLinkWords(pattern: string): string {
  return editorOf(pattern)?.linkWords ?? "Edit in the CMS";
}

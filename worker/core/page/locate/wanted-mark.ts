/**
 * A mistake to mark on a page's picture. `selector` finds its element. In a text: `start` and `end` are its range in the Block's text. In an
 * attribute, such as a picture's alternative text: the element is marked. Of a link: the link to `leadsTo`.
 */
export type WantedMark = { id: string; selector: string } & (
  | { text: string; start: number; end: number }
  | { says: string }
  | { leadsTo: string }
);

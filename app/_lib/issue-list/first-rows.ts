/** Rows that fill a tall screen below the head of the page. */
const AT_FIRST = 10;

/**
 * Returns how many rows of each group the server draws: the first of the list. The browser has the facts of all and draws the others at once,
 * which spares the server most of its work.
 */
export function firstRows(groups: readonly number[]): number[] {
  let left = AT_FIRST;
  return groups.map((rows) => {
    const drawn = Math.min(rows, left);
    left -= drawn;
    return drawn;
  });
}

/** Finds many word sequences at once. `visit` gets each one that ends at a place, the longest first, with that place. */
export type WordAutomaton<Entry> = {
  scan(words: readonly string[], visit: (entry: Entry, length: number, last: number) => void): void;
};

type Node<Entry> = {
  next: Map<string, number>;
  /** Node of the longest proper suffix that begins a sequence, and of the longest one that is a sequence; 0 is the root. */
  fail: number;
  ending: number;
  depth: number;
  entries: Entry[];
};

/**
 * Builds an automaton after Aho and Corasick over words instead of letters: a text is read once, however many sequences there are. The cost
 * follows the number of words, and of sequences that end at each.
 */
export function createWordAutomaton<Entry>(
  sequences: Iterable<{ words: readonly string[]; entry: Entry }>,
): WordAutomaton<Entry> {
  const nodes: Node<Entry>[] = [newNode(0)];
  const at = (index: number): Node<Entry> => {
    const node = nodes[index];
    if (!node) throw new RangeError(`The automaton has no node ${index}.`);
    return node;
  };
  for (const { words, entry } of sequences) {
    let index = 0;
    for (const word of words) {
      const known = at(index).next.get(word);
      if (known === undefined) nodes.push(newNode(at(index).depth + 1));
      const child = known ?? nodes.length - 1;
      at(index).next.set(word, child);
      index = child;
    }
    if (index !== 0) at(index).entries.push(entry);
  }
  const step = (from: number, word: string): number => {
    for (let index = from; ; index = at(index).fail) {
      const next = at(index).next.get(word);
      if (next !== undefined) return next;
      if (index === 0) return 0;
    }
  };
  link(at, step);
  return {
    scan: (words, visit) => {
      let index = 0;
      for (const [place, word] of words.entries()) {
        index = step(index, word);
        let ending = at(index).entries.length > 0 ? index : at(index).ending;
        for (; ending !== 0; ending = at(ending).ending)
          for (const entry of at(ending).entries) visit(entry, at(ending).depth, place);
      }
    },
  };
}

function newNode<Entry>(depth: number): Node<Entry> {
  return { next: new Map(), fail: 0, ending: 0, depth, entries: [] };
}

/** Links each node, by rising depth, to the longest suffix of its words that also begins a sequence. */
function link<Entry>(at: (index: number) => Node<Entry>, step: (from: number, word: string) => number): void {
  const queue = [...at(0).next.values()];
  for (let done = 0; done < queue.length; done++) {
    const index = queue[done] ?? 0;
    const node = at(index);
    for (const [word, child] of node.next) {
      queue.push(child);
      const fail = step(node.fail, word);
      at(child).fail = fail;
      at(child).ending = at(fail).entries.length > 0 ? fail : at(fail).ending;
    }
  }
}

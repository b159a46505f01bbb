/** Counts the places of a Crawl: each address accepted for a visit takes one of the `pageLimit` places. */
export type PlaceBudget = {
  pageLimit: number;
  /** Addresses accepted so far, whether visited or not, including those whose place was given back. */
  accepted: number;
  /** Places given back because the address turned out to be no page of its own. */
  givenBack: number;
};

/** Places that may be given back for each place under the limit. Without a bound, a site where every address redirects to another never ends. */
const GIVEN_BACK_PER_PLACE = 5;

export function newPlaceBudget(pageLimit: number): PlaceBudget {
  return { pageLimit, accepted: 0, givenBack: 0 };
}

export function takePlaces(budget: PlaceBudget, count: number): PlaceBudget {
  return { ...budget, accepted: budget.accepted + count };
}

/** Frees the place of an address that is no page of its own. It has no effect once most addresses of the site are like that. */
export function giveBackPlace(budget: PlaceBudget): PlaceBudget {
  return { ...budget, givenBack: budget.givenBack + 1 };
}

export function placesTaken({ accepted, givenBack, pageLimit }: PlaceBudget): number {
  return accepted - Math.min(givenBack, pageLimit * GIVEN_BACK_PER_PLACE);
}

/** Returns the number of free places. It is negative when a resumed Crawl accepted more than the limit is now. */
export function placesLeft(budget: PlaceBudget): number {
  return budget.pageLimit - placesTaken(budget);
}

/** Returns how many of the `pending` addresses will get a place, as far as is known now. */
export function placesPromised(budget: PlaceBudget, pending: number): number {
  return Math.max(0, Math.min(pending, placesLeft(budget)));
}

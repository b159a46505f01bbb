import { usualConfidence } from "#worker/core/view/issues/issue-list-query.ts";
import { CheckChoices, StateChoices } from "./count-choices.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterDisclosure } from "./filter-disclosure.tsx";
import { FilterSelects } from "./filter-selects.tsx";
import { filterChips } from "./filter-words.ts";
import type { ListFilters } from "./list-filters.ts";
import { SearchForm } from "./search-form.tsx";

/** Search and filters of a list. Each choice is an address that can be bookmarked. On a phone the filters open on demand. */
export function FilterBar(props: ListFilters) {
  const { basePath, query, counts, hrefOf } = props;
  const chips = filterChips(props);
  const isUsual = chips.length === 0 && query.state === "open" && query.confidence === usualConfidence("open");
  return (
    <div className="mb-4 space-y-3">
      <FilterDisclosure active={chips.length} search={<SearchForm key={query.q} basePath={basePath} query={query} />}>
        <CheckChoices query={query} counts={counts} hrefOf={hrefOf} />
        <FilterSelects {...props} />
      </FilterDisclosure>
      <StateChoices query={query} counts={counts} hrefOf={hrefOf} />
      {!isUsual && <FilterChips chips={chips} clearHref={basePath} />}
    </div>
  );
}

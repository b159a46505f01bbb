import { formatCount } from "#worker/core/text/plural.ts";
import { AGES, CONFIDENCES, GROUPINGS, SORTS } from "#worker/core/view/issues/issue-list-query.ts";
import { FilterSelect } from "./filter-select.tsx";
import { AGE_NAMES, CONFIDENCE_NAMES, GROUP_NAMES, ruleName, SORT_NAMES, sectionName } from "./filter-words.ts";
import type { ListFilters } from "./list-filters.ts";

/** Rules offered at once, the most frequent first. */
const RULES_OFFERED = 40;

/** The filters with many choices, the grouping and the order. Each choice leads to an address. */
export function FilterSelects({ query, counts, options, members, hrefOf, isTeam }: ListFilters) {
  const rules = (counts?.rules ?? []).slice(0, RULES_OFFERED);
  const chosenRule = query.rule !== undefined && !rules.some(({ rule }) => rule === query.rule) ? [query.rule] : [];
  const anyRule = { words: "Any", href: hrefOf({ rule: undefined }) };
  return (
    <div className="flex flex-wrap gap-2">
      {isTeam && options.sites.length > 1 && (
        <FilterSelect
          name="Site"
          current={hrefOf({ site: query.site, section: undefined })}
          choices={[
            { words: "All", href: hrefOf({ site: undefined, section: undefined }) },
            ...options.sites.map(({ id, name }) => ({ words: name, href: hrefOf({ site: id, section: undefined }) })),
          ]}
        />
      )}
      <FilterSelect
        name="Rule"
        current={hrefOf({ rule: query.rule })}
        choices={[
          anyRule,
          ...chosenRule.map((rule) => ({ words: ruleName(rule), href: hrefOf({ rule }) })),
          ...rules.map(({ rule, count }) => ({ words: `${ruleName(rule)} (${formatCount(count)})`, href: hrefOf({ rule }) })),
        ]}
      />
      <FilterSelect
        name="Certainty"
        current={hrefOf({ confidence: query.confidence })}
        choices={CONFIDENCES.map((confidence) => ({ words: CONFIDENCE_NAMES[confidence], href: hrefOf({ confidence }) }))}
      />
      {options.sections.length > 0 && (
        <FilterSelect
          name="Section"
          current={hrefOf({ section: query.section })}
          choices={[
            { words: "All", href: hrefOf({ section: undefined }) },
            ...options.sections.map((section) => ({ words: sectionName(section), href: hrefOf({ section }) })),
          ]}
        />
      )}
      <FilterSelect
        name="Found"
        current={hrefOf({ age: query.age })}
        choices={[
          { words: "At any time", href: hrefOf({ age: undefined }) },
          ...AGES.map((age) => ({ words: AGE_NAMES[age], href: hrefOf({ age }) })),
        ]}
      />
      <FilterSelect
        name="Assigned to"
        current={hrefOf({ assignee: query.assignee })}
        choices={[
          { words: "Anyone", href: hrefOf({ assignee: undefined }) },
          { words: "No one", href: hrefOf({ assignee: "none" }) },
          ...members.map(({ userId, name }) => ({ words: name, href: hrefOf({ assignee: userId }) })),
        ]}
      />
      <FilterSelect
        name="Group"
        current={hrefOf({ group: query.group })}
        choices={GROUPINGS.map((group) => ({ words: GROUP_NAMES[group], href: hrefOf({ group }) }))}
      />
      <FilterSelect
        name="Order"
        current={hrefOf({ sort: query.sort })}
        choices={SORTS.map((sort) => ({ words: SORT_NAMES[sort], href: hrefOf({ sort }) }))}
      />
    </div>
  );
}

"use client";

import { ArrowRight, Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { Button, buttonClass } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { deleteHouseRuleAction } from "#app/_verbs/house-style/delete-house-rule-action.ts";
import { type HouseRule, RULE_KIND_WORDS } from "#worker/core/house-style/house-rule.ts";

type RuleListProps = { rules: HouseRule[]; canChange: boolean; empty: string };

/** The Team's rules, each with what can be done with it. */
export function RuleList({ rules, canChange, empty }: RuleListProps) {
  if (rules.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} canChange={canChange} />
      ))}
    </ul>
  );
}

function RuleRow({ rule, canChange }: { rule: HouseRule; canChange: boolean }) {
  const { kind, term, replacement, pages, exceptPages } = rule;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Badge>{RULE_KIND_WORDS[kind]}</Badge>
          <span className="font-medium">{term}</span>
          {replacement && (
            <>
              <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />
              <span className="sr-only">, instead:</span>
              <span className="text-success">{replacement}</span>
            </>
          )}
        </p>
        {pages.length > 0 && <p className="text-sm text-muted">only on {pages.join(", ")}</p>}
        {exceptPages.length > 0 && <p className="text-sm text-muted">not on {exceptPages.join(", ")}</p>}
      </div>
      {canChange && (
        <div className="-mr-2.5 flex gap-1">
          <PageLink href={`/house-style/${rule.id}`} className={buttonClass({ variant: "quiet", size: "small" }, "text-muted")}>
            Edit<span className="sr-only"> {term}</span>
          </PageLink>
          <DeleteButton ruleId={rule.id} term={term} />
        </div>
      )}
    </li>
  );
}

function DeleteButton({ ruleId, term }: { ruleId: string; term: string }) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const remove = () =>
    start(async () => {
      const { error } = await deleteHouseRuleAction({ ruleId });
      toast({ words: error ?? `We deleted the rule about “${term}”. Its issues are closed in about a minute.` });
    });
  return (
    <Button size="small" variant="quiet" className="text-muted" aria-disabled={busy} onClick={() => !busy && remove()}>
      <Trash2 aria-hidden className="size-4" />
      <span>
        Delete<span className="sr-only"> {term}</span>
      </span>
    </Button>
  );
}

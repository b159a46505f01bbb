"use client";

import { useEffect } from "react";
import { useKeysSetting } from "../../_decisions/use-keys-setting.ts";

const OF_ISSUE = /^#(?:issue|mark)-([\w-]{1,64})$/u;

/**
 * Ties a list of issues to the marks in the picture or text beside it: what the address names is focused, and both ends have
 * `aria-current`. With the keys j and k, unless turned off, the focus goes to the next and previous issue. Without JavaScript the links still work.
 */
export function FollowMarks() {
  const { isOn } = useKeysSetting();
  useEffect(() => {
    const follow = () => {
      const id = OF_ISSUE.exec(window.location.hash)?.[1];
      for (const element of document.querySelectorAll("[data-issue], a[href^='#issue-']"))
        element.removeAttribute("aria-current");
      if (id === undefined) return;
      document.getElementById(`issue-${id}`)?.setAttribute("aria-current", "true");
      for (const mark of document.querySelectorAll(`a[href="#issue-${id}"]`)) mark.setAttribute("aria-current", "true");
      const target = document.getElementById(window.location.hash.slice(1));
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: "center" });
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    if (!isOn) return;
    const walk = (event: KeyboardEvent) => {
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      if (step === 0 || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const items = [...document.querySelectorAll<HTMLElement>("[data-issue]")];
      const at = items.findIndex((item) => item.contains(document.activeElement));
      const next = items[at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step];
      if (!next) return;
      event.preventDefault();
      window.location.hash = next.id;
    };
    window.addEventListener("keydown", walk);
    return () => window.removeEventListener("keydown", walk);
  }, [isOn]);
  return null;
}

"use client";

import { useSyncExternalStore } from "react";

const STORED_AS = "flawless-list-keys";
const CHANGED = "flawless-list-keys-changed";

/** Returns whether single keys decide about issues, and how to change it. The choice is kept in this browser (WCAG 2.1.4). */
export function useKeysSetting(): { isOn: boolean; setOn(on: boolean): void } {
  return { isOn: useSyncExternalStore(subscribe, readIsOn, () => true), setOn: writeIsOn };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

function readIsOn(): boolean {
  return window.localStorage.getItem(STORED_AS) !== "off";
}

function writeIsOn(on: boolean): void {
  window.localStorage.setItem(STORED_AS, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

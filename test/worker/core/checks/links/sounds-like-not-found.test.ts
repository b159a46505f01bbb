import { describe, expect, it } from "vitest";
import { isSameErrorPage, looksLikeErrorPage, readTitles } from "#worker/core/checks/links/page-titles.ts";
import { soundsLikeNotFound } from "#worker/core/checks/links/sounds-like-not-found.ts";

describe("soundsLikeNotFound", () => {
  it.each([
    "Page not found",
    "404 – Harbour Bakery",
    "Error 404",
    "404: This page could not be found",
    "Not Found",
    "Sorry, this page doesn’t exist.",
    "The page you are looking for no longer exists",
    "This item is no longer available",
    "We can't find that page",
    "Seite nicht gefunden",
    "Diese Seite existiert leider nicht",
    "This page is missing",
    "Oops! That link leads nowhere",
    "Are you lost?",
    "You seem to be lost",
    "There’s nothing here.",
    "Page introuvable",
    "Cette page n’existe pas",
    "Página no encontrada",
    "Página não encontrada",
    "Pagina non trovata",
    "Pagina niet gevonden",
    "Strona nie istnieje",
    "Sidan hittades inte",
    "Страница не найдена",
    "ページが見つかりません",
    "找不到页面",
  ])("is true for %s", (text) => {
    expect(soundsLikeNotFound(text)).toBe(true);
  });

  it.each([
    "",
    "Lost and found",
    "The lost mill",
    "Nothing here is made by machines",
    "Our page is missing you",
    "Peugeot 404/8",
    "Room 1404",
    "404 € per night",
    "About us",
    "What we found in the cellar",
    "Nothing is impossible",
    "Error messages explained",
    "Foundation",
    "Not just bread",
    "Can’t find your size? Ask us",
    "Not found anywhere else: our rye",
    `The page was not found, ${"and so the story goes on ".repeat(10)}`,
  ])("is false for %s", (text) => {
    expect(soundsLikeNotFound(text)).toBe(false);
  });
});

describe("titles of a page", () => {
  it("are its title and its first heading, without markup", () => {
    const html =
      "<!doctype html><title>\n Not&nbsp;found </title><body><h1 class=x>We can&#39;t <b>find</b> this page</h1><h1>x</h1>";
    expect(readTitles(html)).toEqual({ title: "Not found", heading: "We can’t find this page" });
    expect(looksLikeErrorPage(readTitles(html))).toBe(true);
    expect(readTitles("no html at all")).toEqual({ title: "", heading: "" });
    expect(looksLikeErrorPage(readTitles("<title>Bread</title><h1>Rye</h1>"))).toBe(false);
  });

  const shown = (path: string, title: string, heading = "") => ({
    url: `https://a.example${path}`,
    titles: { title, heading },
  });

  it("identify the same error page apart from the address that it repeats", () => {
    expect(isSameErrorPage(shown("/old/bread", "Not found: /old/bread"), shown("/no-such", "Not found: /no-such"))).toBe(true);
    expect(isSameErrorPage(shown("/a", "Bakery", "Page not found"), shown("/b", "Bakery", "Page not found"))).toBe(true);
  });

  it("do not identify the same error page if one differs, or neither is an error", () => {
    expect(isSameErrorPage(shown("/a", "404 in art"), shown("/b", "404"))).toBe(false);
    expect(isSameErrorPage(shown("/a", "Bakery"), shown("/b", "Bakery"))).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { isContact, judgeContact } from "#worker/core/checks/links/judge/judge-contact.ts";

describe("judgeContact", () => {
  it.each([
    ["mailto:info", "“info” is not an e-mail address: it has no @."],
    ["mailto:@example.com", "“@example.com” is not an e-mail address: there is nothing before the @."],
    ["mailto:info@", "“info@” is not an e-mail address: there is nothing after the @."],
    ["mailto:info@example", "“info@example” is not an e-mail address: the domain has no ending such as .com."],
    ["mailto:info@exam ple.com", "“info@exam ple.com” is not an e-mail address: the part after the @ is not a domain."],
    ["mailto:info@@example.com", "“info@@example.com” is not an e-mail address: a character before the @ is not allowed."],
    ["mailto:in%20fo@example.com", "“in fo@example.com” is not an e-mail address: a character before the @ is not allowed."],
    ["mailto:info@example..com", "“info@example..com” is not an e-mail address: the part after the @ is not a domain."],
    ["mailto:info@example,com", "“info@example” is not an e-mail address: the domain has no ending such as .com."],
    ["mailto:ann@example.com,bob", "“bob” is not an e-mail address: it has no @."],
    ["mailto:ann@example.com?subject=Hi&CC=bob", "“bob” is not an e-mail address: it has no @."],
    ["mailto:?to=ann%40", "“ann@” is not an e-mail address: there is nothing after the @."],
    ["mailto://info@example.com", "Remove the two slashes after “mailto:”."],
    ["mailto:https://example.com/contact", "“https://example.com/contact” is not an e-mail address: it has no @."],
  ])("%s is wrong", (target, reason) => {
    expect(judgeContact(target)).toEqual({
      url: target,
      state: "broken",
      rule: "links/mail-address",
      status: null,
      reason,
      finalUrl: null,
    });
  });

  it.each([
    "mailto:info@example.com",
    "mailto:first.last+tag@mail.example.co.uk",
    "mailto:info@example.com?subject=A%20question&body=Hello",
    "mailto:?subject=Look%20at%20this&body=https://example.com/",
    "mailto:",
    "mailto:ann@example.com,bob@example.com",
    "mailto:?to=ann@example.com&bcc=bob@example.com,carl@example.com&subject=cc",
    "mailto:ann@example.com;bob@example.com",
    "mailto: info@example.com ",
    "mailto:%22not%40me%22@example.org",
    "mailto:Ann%20Miller%20%3Cann@example.com%3E",
    "mailto:%22Miller,%20Ann%22%20%3Cann@example.com%3E,bob@example.com",
    "mailto:büro@müller.example",
    "mailto:info@xn--mller-kva.example",
    "mailto:info@[192.0.2.1]",
    "mailto:o'hara@example.com",
    "mailto:info[at]example.com",
    "mailto:info%20(at)%20example.com",
    "mailto:gorby%25kremvax@example.com",
    "tel:+493012345",
    "tel:+49-30-12345",
    "tel:+49 (0)30 / 123 45",
    "tel:030/12345",
    "tel:112",
    "tel:*100%23",
    "tel:1-800-FLOWERS",
    "tel:+1-201-555-0123;ext=12",
    "tel:7042;phone-context=example.com",
    "tel:%2B493012345",
  ])("%s is fine", (target) => {
    expect(judgeContact(target)).toMatchObject({ state: "ok", rule: null, reason: "" });
  });

  it.each([
    ["tel:", "This link has no phone number."],
    ["tel:  ", "This link has no phone number."],
    ["tel:call-us", "“call-us” is not a phone number, because it has no digits."],
    ["tel:ann3@example.com", "“ann3@example.com” is an e-mail address, not a phone number; use “mailto:”."],
    ["tel:0049+30123", "In “0049+30123”, the + must come before all digits."],
    ["tel:+4930123456789012345", "“+4930123456789012345” has more digits than a phone number can have (15)."],
  ])("%s is wrong", (target, reason) => {
    expect(judgeContact(target)).toMatchObject({ state: "broken", rule: "links/phone-number", reason });
  });

  it("recognises mailto and tel links", () => {
    expect(["mailto:a@b.c", "TEL:1", "https://mailto.example/", "mail"].map(isContact)).toEqual([true, true, false, false]);
  });
});

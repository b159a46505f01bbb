import type { Database } from "#prisma/client.ts";
import { findAnswers, saveAnswers } from "#prisma/queries/hosts/target-answers.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import { isAllowedPrivateHost } from "#worker/core/url/private-address.ts";
import type { AnswerRecord } from "#worker/http/links/answer-cache.ts";

/** Keeps link targets' answers in the database for all workers, except answers of private hosts that this installation may visit. */
export function createAnswerRecord(db: Database, allowedPrivateHosts: readonly string[]): AnswerRecord {
  const isPublic = (address: string) => {
    const { hostname, port, protocol } = new URL(address);
    return !isAllowedPrivateHost(hostname, Number(port) || (protocol === "https:" ? 443 : 80), allowedPrivateHosts);
  };
  return {
    recall: (addresses) => findAnswers(db, addresses.filter(isPublic), serviceClock.now()),
    keep: (answers) =>
      saveAnswers(
        db,
        answers.filter(({ address }) => isPublic(address)),
        serviceClock.now(),
      ),
  };
}

import type { Database } from "#prisma/client.ts";
import { keepAnswers, recallAnswers } from "#prisma/queries/hosts/target-answers.ts";
import { isAllowedPrivateHost } from "#worker/core/url/private-address.ts";
import type { AnswerRecord } from "#worker/http/links/answer-cache.ts";

/** The answers that all workers share, in the database. What private hosts answer, which this installation may ask, is never among them. */
export function createAnswerRecord(db: Database, allowedPrivateHosts: readonly string[]): AnswerRecord {
  const isPublic = (address: string) => {
    const { hostname, port, protocol } = new URL(address);
    return !isAllowedPrivateHost(hostname, Number(port) || (protocol === "https:" ? 443 : 80), allowedPrivateHosts);
  };
  return {
    recall: (addresses) => recallAnswers(db, addresses.filter(isPublic), new Date()),
    keep: (answers) =>
      keepAnswers(
        db,
        answers.filter(({ address }) => isPublic(address)),
        new Date(),
      ),
  };
}

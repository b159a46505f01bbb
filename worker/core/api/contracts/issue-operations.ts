import { z } from "zod";
import { idField } from "../schemas/api-fields.ts";
import { decisionAnswerSchema, decisionRequestSchema } from "../schemas/decision-schemas.ts";
import { checkField, issueDetailSchema, issueListSchema, issueStateField, personListSchema } from "../schemas/issue-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_PARAMS, NO_QUERY, PAGING, SITE_PARAMS } from "./parameters.ts";

/** Operations about Issues, by their ids in the OpenAPI document. */
export const ISSUE_OPERATIONS = {
  listIssues: contract({
    method: "get",
    path: "/sites/{siteId}/issues",
    section: "Issues",
    scope: "issues:read",
    summary: "List the issues of a site",
    params: SITE_PARAMS,
    query: PAGING.extend({
      state: issueStateField.optional().meta({ description: "Only issues in this state." }),
      check: checkField.optional().meta({ description: "Only issues of this check." }),
    }),
    body: NO_BODY,
    answer: { status: 200, description: "A page of issues.", name: "IssueList", schema: issueListSchema },
  }),
  readIssue: contract({
    method: "get",
    path: "/issues/{issueId}",
    section: "Issues",
    scope: "issues:read",
    summary: "Read an issue with its pages and history",
    params: z.object({ issueId: idField }),
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The issue.", name: "IssueDetail", schema: issueDetailSchema },
  }),
  decideIssues: contract({
    method: "post",
    path: "/issues/decisions",
    section: "Issues",
    scope: "issues:decide",
    summary: "Ignore, fix, snooze or assign issues, or undo it",
    description:
      "Applies one decision to all of these issues or, if one of them is unknown, to none. In the history, it counts as a decision by the person who created the token.",
    params: NO_PARAMS,
    query: NO_QUERY,
    body: { name: "DecisionRequest", schema: decisionRequestSchema },
    answer: { status: 200, description: "What was changed.", name: "DecisionAnswer", schema: decisionAnswerSchema },
  }),
  listAssignees: contract({
    method: "get",
    path: "/sites/{siteId}/assignees",
    section: "Issues",
    scope: "issues:decide",
    summary: "List the people to whom issues of a site can be assigned",
    params: SITE_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The people who may see the site.", name: "PersonList", schema: personListSchema },
  }),
};

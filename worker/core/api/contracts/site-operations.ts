import { siteListSchema, siteSchema } from "../schemas/site-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_PARAMS, NO_QUERY, PAGING, SITE_PARAMS } from "./parameters.ts";

/** Operations about Sites, by their ids in the OpenAPI document. */
export const SITE_OPERATIONS = {
  listSites: contract({
    method: "get",
    path: "/sites",
    section: "Sites",
    scope: "sites:read",
    summary: "List the sites",
    description: "All sites that the token covers.",
    params: NO_PARAMS,
    query: PAGING,
    body: NO_BODY,
    answer: { status: 200, description: "A page of sites.", name: "SiteList", schema: siteListSchema },
  }),
  readSite: contract({
    method: "get",
    path: "/sites/{siteId}",
    section: "Sites",
    scope: "sites:read",
    summary: "Read a site",
    params: SITE_PARAMS,
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 200, description: "The site.", name: "Site", schema: siteSchema },
  }),
};

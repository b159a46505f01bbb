/** Statements that a connection keeps prepared: each costs PostgreSQL some kilobytes in each connection. */
const MOST_NAMED = 300;
/** Statements with lists of values have a form for each length, and are not worth a name. */
const WITH_A_LIST = "$13";
/** In what Prisma writes, tables have their schema. In SQL by hand they have none: it is planned for the values that it gets, */
const BY_PRISMA = '"public"."';
/** unless this comment says that the best plan is the same for all values. */
const PREPARED = "/* prepared */";

/**
 * Returns a function that gives a statement the name under which PostgreSQL keeps it prepared, so that it parses and plans it once; or ""
 * for those that it plans each time.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size >= MOST_NAMED || !isWorthAName(sql)) return "";
    const name = `select_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function isWorthAName(sql: string): boolean {
  if (sql.includes(PREPARED)) return true;
  return sql.startsWith("SELECT") && sql.includes(BY_PRISMA) && !sql.includes(WITH_A_LIST);
}

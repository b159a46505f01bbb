/**
 * Changes of the schema that the released code bears although the test of released code reports them, each with the reason. `line` is the line
 * that the test prints.
 */
export const ACCEPTED_CHANGES: readonly { line: string; on: string; because: string }[] = [];

import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import type { BackupManifest } from "#worker/core/backup/backup-manifest.ts";
import { DomainError } from "#worker/core/errors.ts";
import { describeForeignKeys, describeTables, quoted } from "./describe-database.ts";

export type RowLoader = {
  add(table: string, columns: readonly string[], bytes: Uint8Array): Promise<void>;
  /** Puts keys and sequences right and commits. @throws if a table has other rows than the manifest says */
  finish(manifest: BackupManifest): Promise<void>;
};

/**
 * Empties the tables and loads rows into them, in one transaction. Foreign keys are dropped meanwhile and triggers do not run, since the rows come
 * in any order and are right as they are; this needs no more than the owner of the tables.
 */
export async function startLoading(client: Client): Promise<RowLoader> {
  await client.query("BEGIN");
  for (const setting of ["TimeZone TO 'UTC'", "DateStyle TO 'ISO'", "statement_timeout TO 0"])
    await client.query(`SET LOCAL ${setting}`);
  const foreignKeys = await describeForeignKeys(client);
  const tables = (await describeTables(client)).map(({ name }) => quoted(client, name));
  for (const { table, name } of foreignKeys)
    await client.query(`ALTER TABLE ${quoted(client, table)} DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${tables.join(", ")}`);
  const counts = new Map<string, number>();
  let current: { table: string; stream: CopyStreamQuery; ended: Promise<unknown> } | null = null;

  const endTable = async () => {
    if (!current) return;
    const { table, stream, ended } = current;
    current = null;
    stream.end();
    const fault = await ended;
    if (fault !== null) throw fault;
    counts.set(table, stream.rowCount);
  };
  return {
    async add(table, columns, bytes) {
      if (current?.table !== table) {
        await endTable();
        const rows = client.query(copyFrom(`COPY ${quoted(client, table, columns)} FROM STDIN`));
        const ended = finished(rows).then(
          () => null,
          (error: unknown) => error,
        );
        current = { table, stream: rows, ended };
      }
      const { stream } = current;
      await new Promise<void>((done, fail) => stream.write(bytes, (error) => (error ? fail(error) : done())));
    },
    async finish({ tables: written, sequences }) {
      await endTable();
      for (const [table, { rows }] of Object.entries(written))
        if ((counts.get(table) ?? 0) !== rows)
          throw new DomainError("conflict", `The table ${table} got ${counts.get(table) ?? 0} rows instead of ${rows}.`);
      for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      for (const { table, name, definition } of foreignKeys)
        await client.query(
          `ALTER TABLE ${quoted(client, table)} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`,
        );
      for (const [name, last] of Object.entries(sequences))
        await client.query("SELECT setval($1::regclass, $2::bigint)", [`public.${client.escapeIdentifier(name)}`, last]);
      await client.query("COMMIT");
    },
  };
}

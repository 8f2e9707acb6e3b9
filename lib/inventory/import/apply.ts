import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { plainText } from "#lib/base/text/schema.ts";
import { type AddedRow, planWithin } from "#lib/inventory/import/preview.ts";
import type { ImportRow } from "#lib/inventory/import/rows.ts";

/** For so long an import can be taken back. */
export const undoMinutes = 60;

/** What an import did, and by what it is taken back. */
export interface ImportResult {
  id: string;
  added: number;
  changed: number;
}

/** So many rows are written with one statement: few enough that a person sees how far it is. */
const rowsAtOnce = 1_000;

/** A file of as many rows as there may be takes some seconds, on a busy machine many: all are written, or taken back, at once. */
const patience = { timeout: 120_000 };

/**
 * Writes the rows of a file in one transaction: all that a preview shows as added and changed, or nothing.
 *
 * @param onWritten hears after each step how many of how many rows are written; none is kept before all are
 * @throws UserError when the person may not write products for that owner
 */
export function applyImport(
  session: Session,
  { ownerId, fileName, rows }: { ownerId: string | null; fileName: string; rows: ImportRow[] },
  onWritten: (written: number, of: number) => void = () => undefined,
): Promise<ImportResult> {
  return forUser(
    session,
    async (tx) => {
      const plan = await planWithin(tx, session, ownerId, { rows, refused: [] });
      const added = plan.added.map((row) => ({ ...row, id: randomUUID() }));
      const tell = countingUp(added.length + plan.changed.length, onWritten);
      for (const some of chunksOf(added)) {
        await add(tx, session.workspace.id, ownerId, some);
        await move(
          tx,
          fileName,
          some.map(({ id, stock }) => ({ id, kind: "initial", delta: stock })),
        );
        tell(some.length);
      }
      for (const some of chunksOf(plan.changed)) {
        await say(
          tx,
          some.map(({ id, after }) => ({ id, ...after })),
        );
        await move(
          tx,
          fileName,
          some.map(({ id, delta }) => ({ id, kind: "import", delta })),
        );
        tell(some.length);
      }
      const id = randomUUID();
      const changes: Change[] = [
        ...added.map((row) => ({ id: row.id, isAdded: true, delta: row.stock })),
        ...plan.changed.map(({ id: productId, before, after, delta }) => ({
          id: productId,
          isAdded: false,
          delta,
          before,
          after,
        })),
      ];
      await tx.$executeRaw`
      insert into product_imports (id, workspace_id, user_id, file_name, changes)
      values (${id}::uuid, ${session.workspace.id}::uuid, ${session.userId}::uuid, ${fileName}, ${JSON.stringify(changes)}::jsonb)`;
      return { id, added: added.length, changed: plan.changed.length };
    },
    patience,
  );
}

const said = z.object({
  name: plainText,
  price: plainText,
  currency: plainText,
  lowStockAt: z.number().nullable(),
});
const changesSchema = z.array(
  z.object({
    id: z.uuid(),
    isAdded: z.boolean(),
    delta: z.number(),
    before: said.optional(),
    after: said.optional(),
  }),
);
type Change = z.output<typeof changesSchema>[number];

/**
 * Takes an import back within the hour. What somebody changed since stays as it is; a product that was added and sold since is archived.
 *
 * @returns how many products were put back, removed and archived
 * @throws UserError when there is no such import of the person, it was taken back already, or the hour is over
 */
export function undoImport(
  session: Session,
  { id }: { id: string },
): Promise<{ restored: number; removed: number; archived: number }> {
  return forUser(
    session,
    async (tx) => {
      const [taken] = await tx.$queryRaw<{ changes: unknown; fileName: string }[]>`
      update product_imports set undone_at = now()
      where id = ${id}::uuid and undone_at is null and created_at > now() - make_interval(mins => ${undoMinutes}::int)
      returning changes, file_name as "fileName"`;
      if (!taken) throw new UserError("importNotUndoable");
      const changes = changesSchema.parse(taken.changes);
      const changed = changes.filter(({ isAdded }) => !isAdded);
      const restored = await restore(tx, changed);
      await move(
        tx,
        taken.fileName,
        changed.map(({ id: product, delta }) => ({ id: product, kind: "import", delta: -delta })),
      );
      const added = changes.filter(({ isAdded }) => isAdded).map((change) => change.id);
      const removed = await tx.$executeRaw`
      delete from products product where id = any (${added}::uuid[])
        and not exists (select from stock_movements where product_id = product.id and order_item_id is not null)`;
      const archived = await tx.$executeRaw`
      update products set archived_at = now() where id = any (${added}::uuid[]) and archived_at is null`;
      return { restored, removed, archived };
    },
    patience,
  );
}

/** Says again what was said before, where what the import said still stands. */
function restore(tx: Transaction, changed: Change[]): Promise<number> {
  return tx.$executeRaw`
    update products product
    set name = change.before->>'name', price = (change.before->>'price')::numeric, currency = change.before->>'currency',
      low_stock_at = (change.before->>'lowStockAt')::int
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as change (id uuid, before jsonb, after jsonb)
    where product.id = change.id
      and (product.name, product.price, product.currency, product.low_stock_at) is not distinct from
        (change.after->>'name', (change.after->>'price')::numeric, change.after->>'currency', (change.after->>'lowStockAt')::int)`;
}

/** Tells how much is written by now, each time something more is. */
function countingUp(of: number, onWritten: (written: number, of: number) => void): (more: number) => void {
  let written = 0;
  return (more) => {
    written += more;
    onWritten(written, of);
  };
}

function* chunksOf<T>(rows: T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

async function add(
  tx: Transaction,
  workspaceId: string,
  ownerId: string | null,
  rows: (AddedRow & { id: string })[],
): Promise<void> {
  await tx.$executeRaw`
    insert into products (id, workspace_id, user_id, sku, name, price, currency, low_stock_at)
    select row.id, ${workspaceId}::uuid, ${ownerId}::uuid, row.sku, row.name, row.price::numeric, row.currency, row."lowStockAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, sku text, name text, price text, currency text, "lowStockAt" int)`;
}

async function say(
  tx: Transaction,
  rows: { id: string; name: string; price: string; currency: string; lowStockAt: number | null }[],
): Promise<void> {
  await tx.$executeRaw`
    update products product
    set name = row.name, price = row.price::numeric, currency = row.currency, low_stock_at = row."lowStockAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, name text, price text, currency text, "lowStockAt" int)
    where product.id = row.id`;
}

/** Moves stock with the file as the reason. */
async function move(
  tx: Transaction,
  fileName: string,
  moves: { id: string; kind: string; delta: number }[],
): Promise<void> {
  await tx.$executeRaw`
    insert into stock_movements (product_id, kind, delta, reason)
    select id, kind, delta, ${fileName} from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as move (id uuid, kind text, delta bigint)
    where delta <> 0 order by id`;
}

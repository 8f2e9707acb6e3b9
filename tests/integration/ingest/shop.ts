import type { StoreType } from "#lib/stores/model.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** A store, its seller and the workspace that both are in. */
export interface Shop {
  workspace: Workspace;
  seller: Person;
  store: Store;
}

export interface ShopOptions {
  type?: StoreType;
  /** An account to make the seller, so that not every shop needs a new one. */
  seller?: Person;
  workspace?: Workspace;
}

/** Opens a store in a workspace of its own, unless one is named. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const workspace = options.workspace ?? (await createWorkspace());
  const seller = options.seller ?? (await createAccount("Sela Seller"));
  await asOwner(
    "insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller') on conflict do nothing",
    [workspace.id, seller.userId],
  );
  return { workspace, seller, store: await createStore(workspace, seller, options.type) };
}

/** Gives the seller a Telegram chat, so that new leads are alerted. */
export async function linkTelegram(seller: Person, chatId: number): Promise<void> {
  await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, $2)", [
    seller.userId,
    chatId,
  ]);
}

"use server";

import { refresh } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import { saveListLook } from "#lib/base/list/looks/commands.ts";
import { saveListLookSchema } from "#lib/base/list/looks/schema.ts";
import {
  changeView,
  deleteView,
  orderViews,
  saveView,
  updateView,
} from "#lib/base/list/saved-views/commands.ts";
import {
  newViewSchema,
  viewChangeSchema,
  viewIdSchema,
  viewOrderSchema,
  viewQuerySchema,
} from "#lib/base/list/saved-views/schema.ts";

export const saveListLookAction = action({
  schema: saveListLookSchema,
  permission: "profile.write",
  run: (session, { list, look }) => saveListLook(session, list, look),
});

export const saveViewAction = action({
  schema: newViewSchema,
  permission: "profile.write",
  run: async (session, view) => {
    await saveView(session, view);
    refresh();
  },
});

export const changeViewAction = action({
  schema: viewChangeSchema,
  permission: "profile.write",
  run: async (session, change) => {
    await changeView(session, change);
    refresh();
  },
});

export const updateViewAction = action({
  schema: viewQuerySchema,
  permission: "profile.write",
  run: async (session, view) => {
    await updateView(session, view);
    refresh();
  },
});

export const orderViewsAction = action({
  schema: viewOrderSchema,
  permission: "profile.write",
  run: async (session, { ids }) => {
    await orderViews(session, ids);
    refresh();
  },
});

export const deleteViewAction = action({
  schema: viewIdSchema,
  permission: "profile.write",
  run: async (session, { id }) => {
    await deleteView(session, id);
    refresh();
  },
});

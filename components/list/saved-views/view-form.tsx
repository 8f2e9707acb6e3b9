"use client";

import { lazy } from "react";

/** What a saved view is called and who sees it, fetched when it is asked. */
export const ViewForm = lazy(() =>
  import("#components/list/saved-views/view-fields.tsx").then((module) => ({ default: module.ViewForm })),
);

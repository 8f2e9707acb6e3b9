import { lazy } from "react";

/** What changes a filter, fetched when somebody opens it. */
export const LateFilterEditor = lazy(() =>
  import("#components/list/filters/filter-editor.tsx").then((module) => ({ default: module.FilterEditor })),
);

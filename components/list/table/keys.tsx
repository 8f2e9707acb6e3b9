"use client";

import { lazy } from "react";
import type { KeysDialogProps, TableKeysDialogProps } from "#components/list/table/keys-dialog.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

// The keys of a page, under "?": fetched for those who ask.

const LazyKeys = lazy(() =>
  import("#components/list/table/keys-dialog.tsx").then((module) => ({ default: module.KeysDialog })),
);
const LazyTableKeys = lazy(() =>
  import("#components/list/table/keys-dialog.tsx").then((module) => ({ default: module.TableKeysDialog })),
);

export function KeysDialog(props: KeysDialogProps) {
  return (
    <WhenOpened open={props.open}>
      <LazyKeys {...props} />
    </WhenOpened>
  );
}

export function TableKeysDialog(props: TableKeysDialogProps) {
  return (
    <WhenOpened open={props.open}>
      <LazyTableKeys {...props} />
    </WhenOpened>
  );
}

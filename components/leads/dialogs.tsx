"use client";

import { lazy } from "react";
import type { AssignDialogProps } from "#components/leads/list/assign-dialog.tsx";
import type { CallBackDialogProps } from "#components/leads/list/call-back-dialog.tsx";
import type { ReasonDialogProps } from "#components/leads/list/reason-dialog.tsx";
import type { TagDialogProps } from "#components/leads/list/tag-dialog.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

// What is asked about leads, each fetched when it is first asked.

const LazyAssign = lazy(() =>
  import("#components/leads/list/assign-dialog.tsx").then((module) => ({ default: module.AssignDialog })),
);
const LazyCallBack = lazy(() =>
  import("#components/leads/list/call-back-dialog.tsx").then((module) => ({
    default: module.CallBackDialog,
  })),
);
const LazyReason = lazy(() =>
  import("#components/leads/list/reason-dialog.tsx").then((module) => ({ default: module.ReasonDialog })),
);
const LazyTag = lazy(() =>
  import("#components/leads/list/tag-dialog.tsx").then((module) => ({ default: module.TagDialog })),
);

export function AssignDialog(props: AssignDialogProps) {
  return (
    <WhenOpened open={props.ids !== null}>
      <LazyAssign {...props} />
    </WhenOpened>
  );
}

export function CallBackDialog(props: CallBackDialogProps) {
  return (
    <WhenOpened open={props.count !== null}>
      <LazyCallBack {...props} />
    </WhenOpened>
  );
}

export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <WhenOpened open={props.change !== null}>
      <LazyReason {...props} />
    </WhenOpened>
  );
}

export function TagDialog(props: TagDialogProps) {
  return (
    <WhenOpened open={props.leads !== null}>
      <LazyTag {...props} />
    </WhenOpened>
  );
}

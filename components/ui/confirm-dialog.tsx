"use client";

import { lazy, type ReactNode } from "react";
import type { ConfirmQuestionProps } from "#components/ui/confirm-question.tsx";
import { type OverlayProps, OverlayProvider, useOverlay } from "#components/ui/overlay-state.tsx";
import { OverlayTrigger } from "#components/ui/overlay-trigger.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

function loadQuestion() {
  return import("#components/ui/confirm-question.tsx");
}

const Question = lazy(() => loadQuestion().then((module) => ({ default: module.ConfirmQuestion })));

export interface ConfirmDialogProps extends ConfirmQuestionProps, Omit<OverlayProps, "children"> {
  /** The button that asks; left out when `open` is given from outside. */
  trigger?: ReactNode;
}

/** Asks before something is destroyed. */
export function ConfirmDialog({ trigger, ...props }: ConfirmDialogProps) {
  return (
    <OverlayProvider {...props}>
      {trigger && (
        <OverlayTrigger asChild opens="dialog" load={loadQuestion}>
          {trigger}
        </OverlayTrigger>
      )}
      <WhenAsked {...props} />
    </OverlayProvider>
  );
}

function WhenAsked(props: ConfirmQuestionProps) {
  return (
    <WhenOpened open={useOverlay().open}>
      <Question {...props} />
    </WhenOpened>
  );
}

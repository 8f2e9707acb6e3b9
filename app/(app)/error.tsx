"use client";

import { ErrorState, type ErrorStateProps } from "#components/shell/error-state.tsx";
import { Page } from "#components/shell/page.tsx";

export default function AppError(props: ErrorStateProps) {
  return (
    <Page trail={[]}>
      <ErrorState {...props} />
    </Page>
  );
}

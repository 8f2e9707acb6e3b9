"use client";

import { ErrorState, type ErrorStateProps } from "#components/shell/error-state.tsx";
import { Page } from "#components/shell/page.tsx";
import type { Crumb } from "#components/shell/top-bar.tsx";

export interface FailedPageProps extends ErrorStateProps {
  trail: Crumb[];
}

/** A signed-in page that could not be shown. */
export function FailedPage({ trail, ...props }: FailedPageProps) {
  return (
    <Page trail={trail}>
      <ErrorState {...props} />
    </Page>
  );
}

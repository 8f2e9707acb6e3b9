"use client";

import { Suspense } from "react";
import type { ErrorStateProps } from "#components/shell/error-state.tsx";
import { FailedPage } from "#components/shell/failures.tsx";

export default function AppError(props: ErrorStateProps) {
  return (
    <Suspense>
      <FailedPage trail={[]} {...props} />
    </Suspense>
  );
}

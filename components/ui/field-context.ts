"use client";

import { createContext, useContext } from "react";

/** What ties a control to its label, hint and error. */
export interface FieldControlProps {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
}

export const FieldContext = createContext<FieldControlProps>({});

/** Every control of this folder spreads these, so that inside a Field it is labelled without a word. */
export function useFieldControl(): FieldControlProps {
  return useContext(FieldContext);
}

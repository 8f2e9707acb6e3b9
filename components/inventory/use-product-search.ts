"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { searchProductsAction } from "#lib/inventory/actions.ts";
import type { ProductRow } from "#lib/inventory/queries.ts";

const DEBOUNCE_MS = 250;

/**
 * The products that the text finds, a moment after the last key; an answer that came too late is left. Until the answer comes, `found` is
 * that of the text before, and not current.
 */
export function useProductSearch(text: string) {
  const unreachable = useTranslations("errors")("unreachable");
  const [answer, setAnswer] = useState<{ text: string; found: ProductRow[] } | null>(null);
  const [message, setMessage] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await callAction(() => searchProductsAction({ text }), unreachable);
      if (!isCurrent) return;
      setAnswer({ text, found: result.ok ? result.data : [] });
      setMessage(result.ok ? undefined : result.message);
    }, DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, unreachable]);

  return { found: answer?.found ?? null, isCurrent: answer?.text === text, message };
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { findBuyersAction } from "#lib/customers/actions.ts";
import type { KnownBuyer } from "#lib/customers/buyers.ts";

const DEBOUNCE_MS = 300;

export interface KnownBuyersProps {
  phone: string;
  country: string;
  /** Whom the form has taken over already. */
  chosenId: string | undefined;
  onChoose: (buyer: KnownBuyer) => void;
}

/** Offers whoever has the phone that is being typed: who it is and how it went before. */
export function KnownBuyers({ phone, country, chosenId, onChoose }: KnownBuyersProps) {
  const t = useTranslations("lead.manual.known");
  const noName = useTranslations("leads")("noName");
  const buyers = useBuyers(phone, country);
  return (
    <ul aria-live="polite" className="grid gap-2 empty:hidden" data-wide>
      {buyers.map((buyer) => (
        <li
          key={buyer.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border bg-selected px-3 py-2.5 text-sm"
        >
          <span className="wrap-anywhere min-w-0 flex-1 basis-48">
            <bdi className="font-medium text-heading">{buyer.name ?? buyer.phoneText ?? noName}</bdi>
            <span className="block text-subheading">
              {t("orders", { orders: buyer.orders })}
              {buyer.refused > 0 && (
                <span className="font-medium text-red-text">
                  {" "}
                  · {t("refused", { refused: buyer.refused })}
                </span>
              )}
            </span>
          </span>
          {buyer.id === chosenId ? (
            <span className="text-subheading">{t("used")}</span>
          ) : (
            <Button variant="secondary" onClick={() => onChoose(buyer)}>
              {t("use")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The buyers that a phone finds, a moment after the last key; an answer that came too late is left, and one that never came offers nobody. */
function useBuyers(phone: string, country: string): KnownBuyer[] {
  const [buyers, setBuyers] = useState<KnownBuyer[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await callAction(() => findBuyersAction({ phone, country }), "");
      if (isCurrent) setBuyers(result.ok ? result.data : []);
    }, DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [phone, country]);
  return buyers;
}

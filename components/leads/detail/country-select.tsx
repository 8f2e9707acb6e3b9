"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useMemo, useSyncExternalStore } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlClasses } from "#components/ui/control.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { countryCodes } from "#lib/customers/countries.ts";

/** What is in the browser stays there: nothing to listen to. */
const subscribe = () => () => undefined;

/**
 * Every country by name, as the browser writes it: a server may know other names. The browser's own control finds a country by its
 * first letters, and on phones it is a wheel.
 */
export function CountrySelect({ className, ...props }: ComponentProps<"select">) {
  const t = useTranslations("lead.edit");
  const locale = useLocale();
  const isInBrowser = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const countries = useMemo(() => (isInBrowser ? countriesByName(locale) : []), [isInBrowser, locale]);
  return (
    <select
      {...useFieldControl()}
      className={cn(controlClasses, "h-8 px-2 max-md:h-11", className)}
      {...props}
    >
      <option value="">{t("noCountry")}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

function countriesByName(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
}

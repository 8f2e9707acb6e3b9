"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ComponentProps } from "react";

type MoreMessagesProps = Pick<ComponentProps<typeof NextIntlClientProvider>, "messages" | "children">;

/** Adds to the messages that a browser has: those of whole domains take the place of what it had of them. */
export function MoreMessages({ messages, children }: MoreMessagesProps) {
  const known = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...known, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}

"use client";

import { ExternalLink, Loader2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { CopyField } from "#components/ui/copy-field.tsx";
import { useNow } from "#components/ui/now.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRefresh } from "#components/ui/use-refresh.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { ChatLink as Link } from "#lib/telegram/links.ts";

export interface ChatLinkProps {
  /** What the button says that makes a link. */
  label: string;
  /** What to do with the link. */
  text: string;
  variant: "primary" | "outline";
  create: () => Promise<ActionResult<Link>>;
}

/** Makes a link to open in Telegram, on this device or by a phone's camera, and waits for the chat to be connected. */
export function ChatLink({ label, text, variant, create }: ChatLinkProps) {
  const errors = useTranslations("errors");
  const [link, setLink] = useState<Link | null>(null);
  const [pending, startTransition] = useTransition();

  function make(): void {
    startTransition(async () => {
      const result = await callAction(create, errors("unreachable"));
      if (result.ok) setLink(result.data);
      else toast.error(result.message);
    });
  }

  if (link) return <OpenLink key={link.url} link={link} text={text} onAgain={make} />;
  return (
    <div>
      <Button variant={variant} loading={pending} onClick={make}>
        {label}
      </Button>
    </div>
  );
}

function OpenLink({ link, text, onAgain }: { link: Link; text: string; onAgain: () => void }) {
  const t = useTranslations("telegram.linking");
  const format = useFormatter();
  const isOver = useNow() >= link.expiresAt;
  useRefresh(!isOver);
  return (
    <div className="grid gap-4 rounded-lg border p-4 sm:grid-cols-[160px_minmax(0,1fr)]">
      {/* biome-ignore lint/performance/noImgElement: a picture in the page itself, of which nothing is to be fetched or scaled */}
      <img
        src={link.picture}
        alt={t("pictureText")}
        width={160}
        height={160}
        className="rounded-lg bg-white max-sm:mx-auto"
      />
      <div className="grid min-w-0 content-start gap-3 text-sm">
        <p>{text}</p>
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="primary" className="max-md:flex-1">
            <a href={link.url} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              {t("open")}
            </a>
          </Button>
        </div>
        <CopyField value={link.url} copyLabel={t("copy")} />
        <div role="status" className="flex flex-wrap items-center gap-2 text-subheading">
          {isOver ? (
            <>
              <span className="min-w-0 flex-1">{t("over")}</span>
              <Button onClick={onAgain}>{t("again")}</Button>
            </>
          ) : (
            <>
              <Loader2 aria-hidden className="size-4 shrink-0 animate-spin" />
              <span className="min-w-0 flex-1">
                {t("waiting", { time: format.dateTime(link.expiresAt, "time") })}
              </span>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

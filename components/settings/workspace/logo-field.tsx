"use client";

import { ImagePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition } from "react";
import { squareLogo } from "#components/settings/workspace/square-logo.ts";
import { Logo } from "#components/shell/logo.tsx";
import { WorkspaceLogo } from "#components/shell/workspace-logo.tsx";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.ts";

/** The logo of the workspace: what is chosen counts at once. */
export function LogoField({ logo }: { logo: string | null }) {
  const t = useTranslations("workspace.logo");
  const errors = useTranslations("errors");
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();

  function send(request: () => Promise<RequestInit>): void {
    setWrong(null);
    startTransition(async () => {
      const refusal = await sendLogo(request, {
        unreadable: errors("photoUnreadable"),
        unreachable: errors("unreachable"),
      });
      setWrong(refusal);
      if (refusal) return;
      toast.success(t("saved"));
      router.refresh();
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      {logo ? <WorkspaceLogo logo={logo} className="size-14 rounded-xl" /> : <Logo className="size-14" />}
      <div className="grid min-w-0 flex-1 basis-48 gap-1.5">
        <span id={id} className="font-medium text-heading text-sm">
          {t("label")}
        </span>
        <div className="flex flex-wrap gap-2">
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-labelledby={id}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen) send(async () => ({ method: "PUT", body: await squareLogo(chosen), headers }));
            }}
          />
          <Button loading={pending} onClick={() => picker.current?.click()}>
            <ImagePlus aria-hidden />
            {t(logo ? "replace" : "choose")}
          </Button>
          {logo && (
            <Button
              variant="ghost"
              disabled={pending}
              onClick={() => send(async () => ({ method: "DELETE" }))}
            >
              {t("remove")}
            </Button>
          )}
        </div>
        <p
          role={wrong ? "alert" : undefined}
          className={wrong ? "text-red-text text-xs" : "text-subheading text-xs"}
        >
          {wrong ?? t("hint")}
        </p>
      </div>
    </div>
  );
}

const headers = { "Content-Type": "application/octet-stream" };

/** Why it was refused, or null when all is well. */
async function sendLogo(
  request: () => Promise<RequestInit>,
  words: { unreadable: string; unreachable: string },
): Promise<string | null> {
  let asked: RequestInit;
  try {
    asked = await request();
  } catch {
    // Whatever the browser can't draw nobody could see.
    return words.unreadable;
  }
  try {
    const response = await fetch("/api/workspace/logo", asked);
    if (response.ok) return null;
    const { detail } = (await response.json()) as { detail?: string };
    return detail ?? words.unreachable;
  } catch {
    // Offline, or the connection broke.
    return words.unreachable;
  }
}

"use client";

import { ImagePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition } from "react";
import { cutSquare } from "#components/settings/profile/cut-square.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePortrait } from "#components/ui/portraits.tsx";
import { toast } from "#components/ui/toast.ts";

export interface PhotoPartProps {
  id: string;
  name: string;
}

/** What the person looks like: chosen, replaced and removed at once. */
export function PhotoPart({ id, name }: PhotoPartProps) {
  const t = useTranslations("profile.photo");
  const errors = useTranslations("errors");
  const hintId = useId();
  const hasPhoto = usePortrait(id) !== null;
  const picker = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [wrong, setWrong] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function change(file: File | null): void {
    setWrong(null);
    startTransition(async () => {
      const fault = await send(file, {
        unreadable: errors("photoUnreadable"),
        unreachable: errors("unreachable"),
      });
      setWrong(fault);
      if (fault) return;
      toast.success(t("saved"));
      startTransition(() => router.refresh());
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      <Avatar decorative id={id} name={name} size="xl" />
      <div className="grid min-w-0 flex-1 basis-48 gap-1.5">
        <span className="font-medium text-heading text-sm">{t("label")}</span>
        <div className="flex flex-wrap gap-2">
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-label={t("label")}
            aria-describedby={hintId}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen) change(chosen);
            }}
          />
          <Button loading={pending} onClick={() => picker.current?.click()}>
            <ImagePlus aria-hidden />
            {t(hasPhoto ? "replace" : "choose")}
          </Button>
          {hasPhoto && (
            <Button variant="ghost" disabled={pending} onClick={() => change(null)}>
              {t("remove")}
            </Button>
          )}
        </div>
        <p
          id={hintId}
          role={wrong ? "alert" : undefined}
          className={wrong ? "text-red-text text-xs" : "text-subheading text-xs"}
        >
          {wrong ?? t("hint")}
        </p>
      </div>
    </div>
  );
}

/** Answers why it was refused, or null when all is well. */
async function send(
  file: File | null,
  said: { unreadable: string; unreachable: string },
): Promise<string | null> {
  // Whatever the browser can't draw nobody could see.
  const square = file && (await cutSquare(file).catch(() => undefined));
  if (square === undefined) return said.unreadable;
  try {
    const response = await fetch("/api/profile/photo", {
      ...(square
        ? { method: "PUT", body: square, headers: { "Content-Type": "application/octet-stream" } }
        : { method: "DELETE" }),
    });
    if (response.ok) return null;
    const { detail } = (await response.json()) as { detail?: string };
    return detail ?? said.unreachable;
  } catch {
    // Offline, or the connection broke.
    return said.unreachable;
  }
}

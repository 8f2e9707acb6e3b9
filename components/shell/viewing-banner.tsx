"use client";

import { Eye } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { endViewingAction } from "#lib/team/actions.ts";

/** Says on every page whom an admin looks at Astra as, and ends it. */
export function ViewingBanner({ name, endsAt }: { name: string; endsAt: string }) {
  const t = useTranslations("team.viewing");
  const format = useFormatter();
  const end = useButtonAction(() => endViewingAction(), t("ended"));
  const banner = useRef<HTMLElement>(null);
  // What else is kept at the bottom stands above it.
  useEffect(() => {
    const shown = banner.current;
    if (!shown) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty("--banner-height", `${shown.offsetHeight}px`));
    watch.observe(shown);
    return () => {
      watch.disconnect();
      style.removeProperty("--banner-height");
    };
  }, []);
  // What is around the pages was drawn for the member: it is drawn anew when the hour is over.
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), new Date(endsAt).getTime() - Date.now() + 1_000);
    return () => clearTimeout(timer);
  }, [endsAt]);
  return (
    <section
      ref={banner}
      aria-label={t("banner")}
      className="sticky bottom-0 z-40 mt-auto flex items-center gap-3 border-t bg-amber-tint px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] text-amber-text text-sm md:px-6 print:hidden"
    >
      <Eye aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        <span className="font-medium">{t("as", { name })}</span>{" "}
        {t("text", { time: format.dateTime(new Date(endsAt), "time") })}
      </p>
      <Button size="sm" variant="secondary" loading={end.pending} onClick={() => void end.run()}>
        {t("end")}
      </Button>
    </section>
  );
}

import type { ReactNode } from "react";
import { EarlyTap } from "#components/shell/early-tap.tsx";
import { CONTENT_ID } from "#components/shell/skip-link.tsx";
import { type Crumb, TopBar } from "#components/shell/top-bar.tsx";
import { cn } from "#components/ui/cn.ts";
import { NowProvider } from "#components/ui/now.tsx";

export interface PageProps {
  /** From the module to this page; the last one is this page. */
  trail: Crumb[];
  children: ReactNode;
  className?: string;
}

/** A signed-in page: its top bar and its content. */
export function Page({ trail, children, className }: PageProps) {
  return (
    <NowProvider now={new Date()}>
      <EarlyTap />
      <TopBar trail={trail} />
      <main
        id={CONTENT_ID}
        tabIndex={-1}
        className={cn(
          "grid w-full flex-1 grid-cols-1 content-start gap-4 p-4 outline-none md:p-6",
          className,
        )}
      >
        {children}
      </main>
    </NowProvider>
  );
}

export interface PageHeaderProps {
  title: ReactNode;
  /** A picture of what the page is about. */
  picture?: ReactNode;
  /** What stands right after the title, such as a status. */
  aside?: ReactNode;
  description?: ReactNode;
  /** The main one last. */
  actions?: ReactNode;
  /** On phones the top bar already says it: the title is kept for screen readers. */
  titleInTopBar?: boolean;
  /** On phones the actions stand at the bottom of the screen, under the thumb. */
  actionsAtThumb?: boolean;
}

const thumbClasses =
  "max-md:fixed max-md:inset-x-0 max-md:bottom-(--banner-height) max-md:z-20 max-md:border-t max-md:bg-background/90 max-md:px-4 max-md:pt-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:backdrop-blur-md max-md:in-[main:has([role=toolbar])]:hidden";

export function PageHeader({
  title,
  picture,
  aside,
  description,
  actions,
  titleInTopBar = false,
  actionsAtThumb = false,
}: PageHeaderProps) {
  return (
    <div
      className={cn(
        "flex min-w-0 flex-wrap items-center justify-between gap-x-6 gap-y-3 md:min-h-8",
        titleInTopBar && !actions && "max-md:sr-only",
        actionsAtThumb && actions && "max-md:contents",
      )}
    >
      <div className={cn("flex min-w-0 items-center gap-4", titleInTopBar && "max-md:sr-only")}>
        {picture}
        <div className="min-w-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 break-words text-heading text-title">{title}</h1>
            {aside}
          </div>
          {description && <p className="wrap-anywhere mt-0.5 text-sm text-subheading">{description}</p>}
        </div>
      </div>
      {actions && (
        <div
          data-action-bar={actionsAtThumb || undefined}
          className={cn(
            "flex base:flex-wrap items-center gap-2 max-md:w-full max-md:[&>*]:flex-1",
            actionsAtThumb && thumbClasses,
          )}
        >
          {actions}
        </div>
      )}
    </div>
  );
}

"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type ReactNode,
  type TransitionStartFunction,
  useContext,
  useOptimistic,
  useTransition,
} from "react";
import { cn } from "#components/ui/cn.ts";

interface Going {
  /** The address that was asked for, until its answer is there. */
  to: string | null;
  /** Another page, or other rows, are on the way. */
  isGoing: boolean;
  /** Leads to an address, as a link does. */
  go: (href: string) => void;
  /** For what else asks the server for another page, such as a filter. */
  start: TransitionStartFunction;
}

const GoingContext = createContext<Going>({
  to: null,
  isGoing: false,
  go: () => undefined,
  start: (run) => void run(),
});

/** Says at once that something was pressed which leads elsewhere, for as long as the server takes: the one sign of life of all pages. */
export function GoingProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  const router = useRouter();
  const [to, setTo] = useOptimistic<string | null>(null);
  const [isGoing, start] = useTransition();

  function go(href: string): void {
    start(() => {
      setTo(href);
      router.push(href);
    });
  }

  /** Next has taken the press of a link by now. Transitions of one event end together, so that this one ends with Next's. */
  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[href]");
    const href = link && event.defaultPrevented ? link.getAttribute("href") : null;
    if (href?.startsWith("/")) start(() => setTo(href));
  }

  return (
    <GoingContext value={{ to, isGoing, go, start }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links within; Enter on one is a click, too */}
      <div role="presentation" className="contents" onClick={follow}>
        {children}
      </div>
      {isGoing && (
        <div
          role="progressbar"
          aria-label={t("loading")}
          className="fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-going bg-brand rtl:origin-right print:hidden"
        />
      )}
    </GoingContext>
  );
}

export function useGoing(): Going {
  return useContext(GoingContext);
}

/** What is of the former address while another one is on the way: it stays, and is dimmed. */
export function Dimmed({ className, ...props }: ComponentProps<"div">) {
  const { isGoing } = useGoing();
  return (
    <div
      aria-busy={isGoing}
      className={cn("transition-opacity aria-busy:opacity-60", className)}
      {...props}
    />
  );
}

/** Where one is going, or else is: what says where one is follows the press and not its answer. */
export function useAddress(): { pathname: string; query: string } {
  const { to } = useGoing();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  if (to === null) return { pathname, query };
  const [path = "", search = ""] = to.split("?");
  return { pathname: path, query: search };
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { MenuButton } from "#components/shell/menu-button.tsx";
import { PaletteButton } from "#components/shell/palette-button.tsx";
import { ThemeToggle } from "#components/shell/theme-toggle.tsx";

export interface Crumb {
  label: string;
  /** Left out for the page itself, which comes last. */
  href?: string;
}

/** Where you are at the left; what works everywhere at the right. */
export function TopBar({ trail }: { trail: Crumb[] }) {
  return (
    <header className="sticky top-0 z-30 flex h-bar shrink-0 items-center gap-2 border-b bg-background/85 px-4 backdrop-blur-md md:px-6 print:hidden">
      <MenuButton />
      <Breadcrumb trail={trail} />
      <div className="-me-1.5 ms-auto flex shrink-0 items-center gap-1 max-md:-me-3">
        <PaletteButton />
        <ThemeToggle />
      </div>
    </header>
  );
}

function Breadcrumb({ trail }: { trail: Crumb[] }) {
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("breadcrumb")} className="min-w-0">
      <ol className="flex min-w-0 items-center text-base">
        {trail.map(({ label, href }) => (
          <li key={label} className="flex min-w-0 items-center first:not-last:shrink-0">
            {href ? (
              <>
                <Link
                  href={href}
                  className="relative min-w-0 rounded-sm text-subheading transition-colors hover:text-heading max-md:after:absolute max-md:after:-inset-x-2 max-md:after:-inset-y-3"
                >
                  <span className="block truncate">{label}</span>
                </Link>
                <span aria-hidden className="px-1.5 text-subheading">
                  /
                </span>
              </>
            ) : (
              <span aria-current="page" className="truncate font-medium text-heading">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

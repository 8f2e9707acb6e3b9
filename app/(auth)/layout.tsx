import type { ReactNode } from "react";
import { Hero } from "#components/auth/hero.tsx";
import { EarlyTap } from "#components/shell/early-tap.tsx";
import { ThemeToggle } from "#components/shell/theme-toggle.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl gap-x-20 gap-y-10 px-6 py-16 max-lg:max-w-md max-lg:content-start lg:grid-cols-[1fr_400px] lg:px-10">
      <EarlyTap />
      <Hero />
      <div className="lg:self-center lg:rounded-xl lg:border lg:bg-surface lg:p-8">{children}</div>
      <ThemeToggle className="fixed top-3 end-3" />
    </main>
  );
}

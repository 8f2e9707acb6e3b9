"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** Recovery codes, which are shown once: to be copied or kept as a file. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useTranslations("auth.recoveryCodes");
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="grid gap-3">
      <div className="flex items-start gap-1 rounded-lg border bg-background ps-3 pe-1 py-1">
        <ol
          aria-label={t("title")}
          className="grid flex-1 gap-x-6 gap-y-1 py-1.5 font-mono text-heading text-sm sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <CopyButton value={text} label={t("copy")} />
      </div>
      <Button onClick={() => save(text)}>
        <Download aria-hidden />
        {t("download")}
      </Button>
    </div>
  );
}

function save(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "astra-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

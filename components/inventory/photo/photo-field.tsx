"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { ProductPhoto } from "#components/inventory/photo/product-photo.tsx";
import type { PhotoChange } from "#components/inventory/photo/save-photo.ts";
import { shrinkPhoto } from "#components/inventory/photo/shrink-photo.ts";
import { Button } from "#components/ui/button.tsx";

export interface PhotoFieldProps {
  /** The product as it is kept; left out: it is new. */
  product?: { id: string; photo: string | null };
  change: PhotoChange;
  onChange: (change: PhotoChange) => void;
}

/** The photo of a product: seen before it is kept, replaced and removed. */
export function PhotoField({ product = { id: "", photo: null }, change, onChange }: PhotoFieldProps) {
  const t = useTranslations("inventory.photo");
  const unreadable = useTranslations("errors")("photoUnreadable");
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const preview = usePreview(change);
  const [wrong, setWrong] = useState<string | null>(null);
  const hasPhoto = change ? true : change === undefined && product.photo !== null;

  async function choose(file: File): Promise<void> {
    setWrong(null);
    try {
      onChange(await shrinkPhoto(file));
    } catch {
      // Whatever the browser can't draw nobody could see.
      setWrong(unreadable);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      {preview ? (
        // biome-ignore lint/performance/noImgElement: it is in this browser alone
        <img src={preview} alt={t("chosen")} className="size-20 rounded-xl border bg-hover object-cover" />
      ) : (
        <ProductPhoto
          product={change === undefined ? product : { id: "", photo: null }}
          className="size-20 rounded-xl"
        />
      )}
      <div className="grid min-w-0 flex-1 basis-48 gap-1.5">
        <span id={`${id}-label`} className="font-medium text-heading text-sm">
          {t("label")}
        </span>
        <div className="flex flex-wrap gap-2">
          <input
            ref={picker}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-label={t("label")}
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen) void choose(chosen);
            }}
          />
          <Button onClick={() => picker.current?.click()}>
            <ImagePlus aria-hidden />
            {t(hasPhoto ? "replace" : "choose")}
          </Button>
          {hasPhoto && (
            <Button variant="ghost" onClick={() => onChange(product.photo === null ? undefined : null)}>
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

/** The address of a picture that is in this browser alone, for as long as it is shown. */
function usePreview(change: PhotoChange): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!change) return setAddress(null);
    const made = URL.createObjectURL(change);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [change]);
  return address;
}

import { Slot } from "@radix-ui/react-slot";
import { cva, type VariantProps } from "class-variance-authority";
import { Loader2 } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** On phones a small button is 36 px; a thumb gets the 44 it needs. It is counted from within the border. */
const reach = "max-md:after:absolute max-md:after:-inset-[5px]";

const buttonVariants = cva(
  [
    "base:relative inline-flex base:shrink-0 select-none items-center base:justify-center gap-2 whitespace-nowrap border",
    "base:font-medium transition-colors disabled:pointer-events-none aria-disabled:pointer-events-none aria-disabled:opacity-50",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "base:border-transparent bg-brand base:text-brand-contrast hover:bg-brand-hover",
        secondary: "base:border-brand bg-transparent base:text-brand-text hover:bg-brand-wash",
        outline: "base:border-border-control bg-surface base:text-heading hover:bg-hover",
        ghost: "base:border-transparent base:text-body hover:bg-hover hover:text-heading",
        destructive: "base:border-transparent bg-danger base:text-danger-contrast hover:bg-danger-hover",
      },
      size: {
        sm: cn(
          "base:h-7 base:rounded-md base:px-2.5 base:text-xs base:max-md:h-9 base:max-md:text-sm",
          reach,
        ),
        md: "base:h-8 base:rounded-lg base:px-3 base:text-sm base:max-md:h-11 base:max-md:px-4 base:max-md:text-base",
        lg: "base:h-10 base:rounded-lg base:px-4 base:text-base base:max-md:h-11",
        icon: "base:size-8 base:rounded-lg base:max-md:size-11",
        // On phones only the icon has room; the label, in `max-md:sr-only`, is heard.
        "icon-on-phone": "base:h-8 base:rounded-lg base:px-3 base:text-sm base:max-md:size-11",
        "icon-sm": cn("base:size-7 base:rounded-md base:max-md:size-9", reach),
      },
    },
    defaultVariants: { variant: "outline", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  /** Renders the only child as the button, for links that look like one. */
  asChild?: boolean;
  /** Shows a spinner over the label, keeps the width, and disables the button. */
  loading?: boolean;
}

export function Button({
  variant,
  size,
  asChild = false,
  loading = false,
  className,
  disabled,
  type = "button",
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot className={classes} {...props}>
        {children}
      </Slot>
    );
  }
  return (
    <button
      type={type}
      className={cn(classes, loading ? "disabled:opacity-80" : "disabled:opacity-50")}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...props}
    >
      {loading && <Loader2 aria-hidden className="absolute animate-spin" />}
      <span className={loading ? "inline-flex items-center gap-2 opacity-0" : "contents"}>{children}</span>
    </button>
  );
}

import { Slot } from "@radix-ui/react-slot";
import { cva, type VariantProps } from "class-variance-authority";
import { Loader2 } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";

/** On phones a small button is 36 px; a thumb gets the 44 it needs. It is counted from within the border. */
const reach = "max-md:after:absolute max-md:after:-inset-[5px]";

const buttonVariants = cva(
  [
    "relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-lg border border-transparent",
    "font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-brand text-brand-contrast hover:bg-brand-hover",
        secondary: "border-brand bg-transparent text-brand-text hover:bg-brand-wash",
        outline: "border-border-control bg-surface text-heading hover:bg-hover",
        ghost: "text-body hover:bg-hover hover:text-heading",
        destructive: "bg-danger text-danger-contrast hover:bg-danger-hover",
      },
      size: {
        sm: cn("h-7 rounded-md px-2.5 text-xs max-md:h-9 max-md:text-sm", reach),
        md: "h-8 px-3 text-sm max-md:h-11 max-md:px-4 max-md:text-base",
        lg: "h-10 px-4 text-base max-md:h-11",
        icon: "size-8 max-md:size-11",
        // On phones only the icon has room; the label, in `max-md:sr-only`, is heard.
        "icon-on-phone": "h-8 px-3 text-sm max-md:size-11",
        "icon-sm": cn("size-7 rounded-md max-md:size-9", reach),
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
      className={cn(classes, loading && "disabled:opacity-80")}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...props}
    >
      {loading && <Loader2 aria-hidden className="absolute animate-spin" />}
      <span className={cn("contents", loading && "inline-flex items-center gap-2 opacity-0")}>
        {children}
      </span>
    </button>
  );
}

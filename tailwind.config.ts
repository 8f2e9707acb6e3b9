import type { Config } from "tailwindcss";

/** A status tint: the pill's ground, its word, and the solid used for dots and charts. */
function tint(name: string) {
  return {
    DEFAULT: `var(--${name})`,
    tint: `var(--${name}-tint)`,
    text: `var(--${name}-text)`,
  };
}

/** Design tokens. Their values, light and dark, are the CSS variables in app/globals.css. */
export default {
  darkMode: "class",
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      background: "var(--background)",
      surface: "var(--surface)",
      raised: "var(--raised)",
      hover: "var(--hover)",
      selected: "var(--selected)",
      border: { DEFAULT: "var(--border)", control: "var(--border-control)", field: "var(--border-field)" },
      heading: "var(--heading)",
      body: "var(--text)",
      subheading: "var(--subheading)",
      brand: {
        DEFAULT: "var(--brand)",
        hover: "var(--brand-hover)",
        contrast: "var(--brand-contrast)",
        text: "var(--brand-text)",
        wash: "var(--brand-wash)",
      },
      ring: "var(--ring)",
      overlay: "var(--overlay)",
      danger: {
        DEFAULT: "var(--danger)",
        hover: "var(--danger-hover)",
        contrast: "var(--danger-contrast)",
      },
      green: tint("green"),
      amber: tint("amber"),
      blue: tint("blue"),
      violet: tint("violet"),
      red: tint("red"),
      gray: tint("gray"),
      chart: {
        paid: "var(--chart-paid)",
        shipped: "var(--chart-shipped)",
        waiting: "var(--chart-waiting)",
        rejected: "var(--chart-rejected)",
        before: "var(--chart-before)",
      },
      avatar: {
        1: "var(--avatar-1)",
        2: "var(--avatar-2)",
        3: "var(--avatar-3)",
        4: "var(--avatar-4)",
        5: "var(--avatar-5)",
        6: "var(--avatar-6)",
        text: "var(--avatar-text)",
      },
    },
    fontFamily: {
      sans: [
        "Inter Variable",
        "Inter Fallback",
        "system-ui",
        "PingFang SC",
        "Microsoft YaHei",
        "Noto Sans SC",
        "sans-serif",
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Liberation Mono", "monospace"],
    },
    fontSize: {
      xs: ["12px", "16px"],
      sm: ["13px", "20px"],
      base: ["14px", "20px"],
      lg: ["16px", "1.6"],
      title: ["22px", { lineHeight: "28px", letterSpacing: "-0.015em", fontWeight: "600" }],
      subtitle: ["24px", { lineHeight: "32px", letterSpacing: "-0.015em", fontWeight: "600" }],
      hero: ["48px", { lineHeight: "52px", letterSpacing: "-0.03em", fontWeight: "700" }],
    },
    extend: {
      spacing: { sidebar: "232px", bar: "52px" },
      boxShadow: { float: "var(--shadow-float)" },
      transitionDuration: { DEFAULT: "140ms" },
      transitionTimingFunction: { DEFAULT: "cubic-bezier(0, 0, 0.2, 1)" },
      keyframes: {
        "fade-in": { from: { opacity: "0" } },
        "fade-out": { to: { opacity: "0" } },
        "rise-in": { from: { opacity: "0", translate: "0 4px" } },
        "rise-out": { to: { opacity: "0", translate: "0 4px" } },
        "sheet-up": { from: { translate: "0 100%" } },
        "sheet-down": { to: { translate: "0 100%" } },
        "drawer-in": { from: { translate: "-100% 0" } },
        "drawer-out": { to: { translate: "-100% 0" } },
        "panel-in": { from: { translate: "100% 0" } },
        "panel-out": { to: { translate: "100% 0" } },
        going: { from: { scale: "0 1" }, "10%": { scale: "0.4 1" }, to: { scale: "0.95 1" } },
      },
      animation: {
        "fade-in": "fade-in 140ms ease-out",
        "fade-out": "fade-out 120ms ease-out",
        "rise-in": "rise-in 140ms ease-out",
        "rise-out": "rise-out 120ms ease-out",
        "sheet-up": "sheet-up 160ms ease-out",
        "sheet-down": "sheet-down 140ms ease-out",
        "drawer-in": "drawer-in 160ms ease-out",
        "drawer-out": "drawer-out 140ms ease-out",
        "panel-in": "panel-in 160ms ease-out",
        "panel-out": "panel-out 140ms ease-out",
        // What is there at once shows no line.
        going: "going 10s ease-out 60ms both",
      },
    },
  },
} satisfies Config;

import type { MailData, MailName } from "#lib/mail/templates.ts";

/** One mail of each kind. */
export const samples: { [Name in MailName]: MailData<Name> } = {
  invitation: {
    name: "Nina New",
    inviterName: "Ada Admin",
    workspaceName: "Lumea",
    link: "https://astra.example.com/invitation?token=one&two",
  },
  password: {
    name: "Flo Forgetful",
    email: "flo@example.com",
    link: "https://astra.example.com/auth/confirm?token_hash=abc&type=recovery",
  },
  emailChange: {
    name: "Eva Elsewhere",
    oldEmail: "eva@old.example",
    newEmail: "eva@new.example",
    side: "new",
    link: "https://astra.example.com/auth/confirm?token_hash=abc&type=email_change",
  },
  newDevice: {
    name: "Dora Device",
    browser: "Firefox, Windows",
    address: "192.0.2.7",
    at: "2026-11-30T17:05:00Z",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    link: "https://astra.example.com/settings/profile",
  },
  accountChange: {
    name: "Cora Changed",
    change: "secondFactorOn",
    address: "192.0.2.7",
    at: "2026-11-30T17:05:00Z",
    timezone: "Europe/Bucharest",
    timeFormat: "24h",
    link: "https://astra.example.com/settings/profile",
  },
  daySummary: {
    name: "Sam Seller",
    workspaceName: "Lumea",
    day: "2026-11-29T00:00:00Z",
    isToday: false,
    counts: [
      { name: "total", value: 1234, before: 31, href: "https://astra.example.com/leads" },
      { name: "waiting", value: 7, before: 9, href: "https://astra.example.com/leads?kpi=waiting" },
      { name: "paid", value: 20, before: 11, href: "https://astra.example.com/leads?kpi=paid" },
      { name: "shipped", value: 5, before: 8, href: "https://astra.example.com/leads?kpi=shipped" },
      { name: "rejected", value: 2, before: 3, href: "https://astra.example.com/leads?kpi=rejected" },
    ],
    money: [
      { currency: "RON", worth: "4210.5", href: "https://astra.example.com/leads?currency=RON" },
      { currency: "EUR", worth: "99", href: "https://astra.example.com/leads?currency=EUR" },
    ],
    needs: [
      {
        kind: "to_call",
        count: 1,
        isCapped: false,
        href: "https://astra.example.com/leads?view=to_call",
      },
      { kind: "low_stock", count: 1000, isCapped: true, href: "https://astra.example.com/inventory" },
    ],
    link: "https://astra.example.com/dashboard?range=yesterday",
    unsubscribe: "https://astra.example.com/api/unsubscribe?token=signed",
  },
};

import auth from "#messages/en/auth.json" with { type: "json" };
import calendar from "#messages/en/calendar.json" with { type: "json" };
import callRules from "#messages/en/call-rules.json" with { type: "json" };
import calling from "#messages/en/calling.json" with { type: "json" };
import common from "#messages/en/common.json" with { type: "json" };
import customers from "#messages/en/customers.json" with { type: "json" };
import dashboard from "#messages/en/dashboard.json" with { type: "json" };
import deliveries from "#messages/en/deliveries.json" with { type: "json" };
import errors from "#messages/en/errors.json" with { type: "json" };
import exports from "#messages/en/export.json" with { type: "json" };
import failure from "#messages/en/failure.json" with { type: "json" };

import firstSteps from "#messages/en/first-steps.json" with { type: "json" };
import inventory from "#messages/en/inventory.json" with { type: "json" };
import lead from "#messages/en/lead.json" with { type: "json" };
import leads from "#messages/en/leads.json" with { type: "json" };
import mails from "#messages/en/mails.json" with { type: "json" };
import nav from "#messages/en/nav.json" with { type: "json" };
import orders from "#messages/en/orders.json" with { type: "json" };
import palette from "#messages/en/palette.json" with { type: "json" };
import paste from "#messages/en/paste.json" with { type: "json" };
import profile from "#messages/en/profile.json" with { type: "json" };
import recounts from "#messages/en/recounts.json" with { type: "json" };
import roles from "#messages/en/roles.json" with { type: "json" };
import settings from "#messages/en/settings.json" with { type: "json" };
import statuses from "#messages/en/statuses.json" with { type: "json" };
import stores from "#messages/en/stores.json" with { type: "json" };
import table from "#messages/en/table.json" with { type: "json" };
import team from "#messages/en/team.json" with { type: "json" };
import telegram from "#messages/en/telegram.json" with { type: "json" };
import telegramAlert from "#messages/en/telegram-alert.json" with { type: "json" };
import theme from "#messages/en/theme.json" with { type: "json" };
import validation from "#messages/en/validation.json" with { type: "json" };
import views from "#messages/en/views.json" with { type: "json" };
import workspace from "#messages/en/workspace.json" with { type: "json" };

/** Everything that Astra says in English, by domain. */
export default {
  auth,
  calendar,
  callRules,
  calling,
  common,
  customers,
  dashboard,
  deliveries,
  errors,
  export: exports,
  failure,
  firstSteps,
  inventory,
  lead,
  leads,
  mails,
  nav,
  orders,
  palette,
  paste,
  profile,
  recounts,
  roles,
  settings,
  statuses,
  stores,
  table,
  team,
  telegram,
  telegramAlert,
  theme,
  validation,
  views,
  workspace,
};

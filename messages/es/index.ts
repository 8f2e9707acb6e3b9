import auth from "#messages/es/auth.json" with { type: "json" };
import calendar from "#messages/es/calendar.json" with { type: "json" };
import callRules from "#messages/es/call-rules.json" with { type: "json" };
import calling from "#messages/es/calling.json" with { type: "json" };
import common from "#messages/es/common.json" with { type: "json" };
import customers from "#messages/es/customers.json" with { type: "json" };
import dashboard from "#messages/es/dashboard.json" with { type: "json" };
import deliveries from "#messages/es/deliveries.json" with { type: "json" };
import errors from "#messages/es/errors.json" with { type: "json" };
import exports from "#messages/es/export.json" with { type: "json" };
import failure from "#messages/es/failure.json" with { type: "json" };

import firstSteps from "#messages/es/first-steps.json" with { type: "json" };
import inventory from "#messages/es/inventory.json" with { type: "json" };
import lead from "#messages/es/lead.json" with { type: "json" };
import leads from "#messages/es/leads.json" with { type: "json" };
import mails from "#messages/es/mails.json" with { type: "json" };
import nav from "#messages/es/nav.json" with { type: "json" };
import orders from "#messages/es/orders.json" with { type: "json" };
import palette from "#messages/es/palette.json" with { type: "json" };
import paste from "#messages/es/paste.json" with { type: "json" };
import profile from "#messages/es/profile.json" with { type: "json" };
import recounts from "#messages/es/recounts.json" with { type: "json" };
import roles from "#messages/es/roles.json" with { type: "json" };
import settings from "#messages/es/settings.json" with { type: "json" };
import statuses from "#messages/es/statuses.json" with { type: "json" };
import stores from "#messages/es/stores.json" with { type: "json" };
import table from "#messages/es/table.json" with { type: "json" };
import team from "#messages/es/team.json" with { type: "json" };
import telegram from "#messages/es/telegram.json" with { type: "json" };
import telegramAlert from "#messages/es/telegram-alert.json" with { type: "json" };
import theme from "#messages/es/theme.json" with { type: "json" };
import validation from "#messages/es/validation.json" with { type: "json" };
import views from "#messages/es/views.json" with { type: "json" };
import workspace from "#messages/es/workspace.json" with { type: "json" };

/** Everything that Astra says in Spanish, by domain. */
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

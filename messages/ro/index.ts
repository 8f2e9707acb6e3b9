import auth from "#messages/ro/auth.json" with { type: "json" };
import calendar from "#messages/ro/calendar.json" with { type: "json" };
import callRules from "#messages/ro/call-rules.json" with { type: "json" };
import calling from "#messages/ro/calling.json" with { type: "json" };
import common from "#messages/ro/common.json" with { type: "json" };
import customers from "#messages/ro/customers.json" with { type: "json" };
import dashboard from "#messages/ro/dashboard.json" with { type: "json" };
import deliveries from "#messages/ro/deliveries.json" with { type: "json" };
import errors from "#messages/ro/errors.json" with { type: "json" };
import exports from "#messages/ro/export.json" with { type: "json" };
import failure from "#messages/ro/failure.json" with { type: "json" };

import firstSteps from "#messages/ro/first-steps.json" with { type: "json" };
import inventory from "#messages/ro/inventory.json" with { type: "json" };
import lead from "#messages/ro/lead.json" with { type: "json" };
import leads from "#messages/ro/leads.json" with { type: "json" };
import mails from "#messages/ro/mails.json" with { type: "json" };
import nav from "#messages/ro/nav.json" with { type: "json" };
import orders from "#messages/ro/orders.json" with { type: "json" };
import palette from "#messages/ro/palette.json" with { type: "json" };
import paste from "#messages/ro/paste.json" with { type: "json" };
import profile from "#messages/ro/profile.json" with { type: "json" };
import recounts from "#messages/ro/recounts.json" with { type: "json" };
import roles from "#messages/ro/roles.json" with { type: "json" };
import settings from "#messages/ro/settings.json" with { type: "json" };
import statuses from "#messages/ro/statuses.json" with { type: "json" };
import stores from "#messages/ro/stores.json" with { type: "json" };
import table from "#messages/ro/table.json" with { type: "json" };
import team from "#messages/ro/team.json" with { type: "json" };
import telegram from "#messages/ro/telegram.json" with { type: "json" };
import telegramAlert from "#messages/ro/telegram-alert.json" with { type: "json" };
import theme from "#messages/ro/theme.json" with { type: "json" };
import validation from "#messages/ro/validation.json" with { type: "json" };
import views from "#messages/ro/views.json" with { type: "json" };
import workspace from "#messages/ro/workspace.json" with { type: "json" };

/** Everything that Astra says in Romanian, by domain. */
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

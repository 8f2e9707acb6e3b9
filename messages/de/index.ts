import auth from "#messages/de/auth.json" with { type: "json" };
import calendar from "#messages/de/calendar.json" with { type: "json" };
import callRules from "#messages/de/call-rules.json" with { type: "json" };
import calling from "#messages/de/calling.json" with { type: "json" };
import common from "#messages/de/common.json" with { type: "json" };
import customers from "#messages/de/customers.json" with { type: "json" };
import dashboard from "#messages/de/dashboard.json" with { type: "json" };
import deliveries from "#messages/de/deliveries.json" with { type: "json" };
import errors from "#messages/de/errors.json" with { type: "json" };
import exports from "#messages/de/export.json" with { type: "json" };
import failure from "#messages/de/failure.json" with { type: "json" };

import firstSteps from "#messages/de/first-steps.json" with { type: "json" };
import inventory from "#messages/de/inventory.json" with { type: "json" };
import lead from "#messages/de/lead.json" with { type: "json" };
import leads from "#messages/de/leads.json" with { type: "json" };
import mails from "#messages/de/mails.json" with { type: "json" };
import nav from "#messages/de/nav.json" with { type: "json" };
import orders from "#messages/de/orders.json" with { type: "json" };
import palette from "#messages/de/palette.json" with { type: "json" };
import paste from "#messages/de/paste.json" with { type: "json" };
import profile from "#messages/de/profile.json" with { type: "json" };
import recounts from "#messages/de/recounts.json" with { type: "json" };
import roles from "#messages/de/roles.json" with { type: "json" };
import settings from "#messages/de/settings.json" with { type: "json" };
import statuses from "#messages/de/statuses.json" with { type: "json" };
import stores from "#messages/de/stores.json" with { type: "json" };
import table from "#messages/de/table.json" with { type: "json" };
import team from "#messages/de/team.json" with { type: "json" };
import telegram from "#messages/de/telegram.json" with { type: "json" };
import telegramAlert from "#messages/de/telegram-alert.json" with { type: "json" };
import theme from "#messages/de/theme.json" with { type: "json" };
import validation from "#messages/de/validation.json" with { type: "json" };
import views from "#messages/de/views.json" with { type: "json" };
import workspace from "#messages/de/workspace.json" with { type: "json" };

/** Everything that Astra says in German, by domain. */
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

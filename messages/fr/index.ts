import auth from "#messages/fr/auth.json" with { type: "json" };
import calendar from "#messages/fr/calendar.json" with { type: "json" };
import callRules from "#messages/fr/call-rules.json" with { type: "json" };
import calling from "#messages/fr/calling.json" with { type: "json" };
import common from "#messages/fr/common.json" with { type: "json" };
import customers from "#messages/fr/customers.json" with { type: "json" };
import dashboard from "#messages/fr/dashboard.json" with { type: "json" };
import deliveries from "#messages/fr/deliveries.json" with { type: "json" };
import errors from "#messages/fr/errors.json" with { type: "json" };
import exports from "#messages/fr/export.json" with { type: "json" };
import failure from "#messages/fr/failure.json" with { type: "json" };

import firstSteps from "#messages/fr/first-steps.json" with { type: "json" };
import inventory from "#messages/fr/inventory.json" with { type: "json" };
import lead from "#messages/fr/lead.json" with { type: "json" };
import leads from "#messages/fr/leads.json" with { type: "json" };
import mails from "#messages/fr/mails.json" with { type: "json" };
import nav from "#messages/fr/nav.json" with { type: "json" };
import orders from "#messages/fr/orders.json" with { type: "json" };
import palette from "#messages/fr/palette.json" with { type: "json" };
import paste from "#messages/fr/paste.json" with { type: "json" };
import profile from "#messages/fr/profile.json" with { type: "json" };
import recounts from "#messages/fr/recounts.json" with { type: "json" };
import roles from "#messages/fr/roles.json" with { type: "json" };
import settings from "#messages/fr/settings.json" with { type: "json" };
import statuses from "#messages/fr/statuses.json" with { type: "json" };
import stores from "#messages/fr/stores.json" with { type: "json" };
import table from "#messages/fr/table.json" with { type: "json" };
import team from "#messages/fr/team.json" with { type: "json" };
import telegram from "#messages/fr/telegram.json" with { type: "json" };
import telegramAlert from "#messages/fr/telegram-alert.json" with { type: "json" };
import theme from "#messages/fr/theme.json" with { type: "json" };
import validation from "#messages/fr/validation.json" with { type: "json" };
import views from "#messages/fr/views.json" with { type: "json" };
import workspace from "#messages/fr/workspace.json" with { type: "json" };

/** Everything that Astra says in French, by domain. */
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

import auth from "#messages/zh/auth.json" with { type: "json" };
import calendar from "#messages/zh/calendar.json" with { type: "json" };
import callRules from "#messages/zh/call-rules.json" with { type: "json" };
import calling from "#messages/zh/calling.json" with { type: "json" };
import common from "#messages/zh/common.json" with { type: "json" };
import customers from "#messages/zh/customers.json" with { type: "json" };
import dashboard from "#messages/zh/dashboard.json" with { type: "json" };
import deliveries from "#messages/zh/deliveries.json" with { type: "json" };
import errors from "#messages/zh/errors.json" with { type: "json" };
import exports from "#messages/zh/export.json" with { type: "json" };
import failure from "#messages/zh/failure.json" with { type: "json" };

import firstSteps from "#messages/zh/first-steps.json" with { type: "json" };
import inventory from "#messages/zh/inventory.json" with { type: "json" };
import lead from "#messages/zh/lead.json" with { type: "json" };
import leads from "#messages/zh/leads.json" with { type: "json" };
import mails from "#messages/zh/mails.json" with { type: "json" };
import nav from "#messages/zh/nav.json" with { type: "json" };
import orders from "#messages/zh/orders.json" with { type: "json" };
import palette from "#messages/zh/palette.json" with { type: "json" };
import paste from "#messages/zh/paste.json" with { type: "json" };
import profile from "#messages/zh/profile.json" with { type: "json" };
import recounts from "#messages/zh/recounts.json" with { type: "json" };
import roles from "#messages/zh/roles.json" with { type: "json" };
import settings from "#messages/zh/settings.json" with { type: "json" };
import statuses from "#messages/zh/statuses.json" with { type: "json" };
import stores from "#messages/zh/stores.json" with { type: "json" };
import table from "#messages/zh/table.json" with { type: "json" };
import team from "#messages/zh/team.json" with { type: "json" };
import telegram from "#messages/zh/telegram.json" with { type: "json" };
import telegramAlert from "#messages/zh/telegram-alert.json" with { type: "json" };
import theme from "#messages/zh/theme.json" with { type: "json" };
import validation from "#messages/zh/validation.json" with { type: "json" };
import views from "#messages/zh/views.json" with { type: "json" };
import workspace from "#messages/zh/workspace.json" with { type: "json" };

/** Everything that Astra says in Chinese (simplified, mainland), by domain. */
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

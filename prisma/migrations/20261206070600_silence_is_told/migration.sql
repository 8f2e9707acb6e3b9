-- An admin who is told nothing any more, until a second factor is set up, is told so once.
alter table telegram_alerts drop constraint telegram_alerts_kind_check;
alter table telegram_alerts add constraint telegram_alerts_kind_check
  check (kind in ('new_lead', 'call_back', 'stock', 'failed_deliveries', 'summary', 'silence'));

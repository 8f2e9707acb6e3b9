-- At which hour of the own clock a person has the day's summary mailed; null for never.
alter table "user_settings" add column "summary_mail_hour" smallint;
alter table "user_settings" add constraint "user_settings_summary_mail_hour_check" check (summary_mail_hour between 0 and 23);
create index "user_settings_summary_mail_hour_idx" on "user_settings"("user_id") where summary_mail_hour is not null;
grant insert (summary_mail_hour), update (summary_mail_hour) on user_settings to authenticated;

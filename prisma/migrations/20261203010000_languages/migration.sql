-- A person chooses a language, or leaves it to the browser (null). What is written to a person who asks nothing just now, an alert say, is
-- then in the language that the browser asked for at the last sign-in. A new language is added to both checks: lib/base/i18n/locales.ts.

alter table users
  alter column locale drop not null,
  alter column locale drop default,
  add column browser_locale text,
  add column time_format text not null default '24h',
  drop constraint users_texts_check;

-- 'en' was every account's default, and no page to choose one was there; another was set on purpose.
update users set locale = case
  when split_part(locale, '-', 1) in ('ro', 'es', 'fr', 'de', 'zh') then split_part(locale, '-', 1)
  when locale like 'en-%' then 'en'
end;

alter table users
  add constraint users_texts_check check (length(name) <= 200 and length(timezone) <= 100) not valid,
  add constraint users_locale_check check (locale in ('en', 'ro', 'es', 'fr', 'de', 'zh')),
  add constraint users_browser_locale_check check (browser_locale in ('en', 'ro', 'es', 'fr', 'de', 'zh')),
  add constraint users_time_format_check check (time_format in ('24h', '12h', 'language'));

grant update (browser_locale, time_format) on users to authenticated;

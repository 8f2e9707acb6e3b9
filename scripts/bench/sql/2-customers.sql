-- 400 customers for each 1,000 orders. Three in ten type their name without accents; one in twenty leaves no e-mail.

insert into customers (id, workspace_id, name, email, phone, street, city, zip, country, created_at, search_text)
select pg_temp.id('customer', n), pg_temp.id('workspace', 1), name, email, phone, street, city, zip, country, created_at,
  astra.search_text(name, phone, email, null)
from (
  select n,
    case when pg_temp.share(n, 3) < 0.3 then extensions.unaccent('extensions.unaccent'::regdictionary, accented) else accented end as name,
    case when pg_temp.share(n, 4) >= 0.05 then
      case when pg_temp.share(n, 5) < 0.8 then replace(astra.normalise(accented), ' ', '.') || n else 'buyer' || n end
        || '@' || pg_temp.pick(mail_domains, n, 6, 2)
    end as email,
    case when pg_temp.share(n, 7) < 0.85 then '+407' else '+30694' end
      || lpad(floor(pg_temp.share(n, 8) * 100000000)::text, 8, '0') as phone,
    pg_temp.pick(streets, n, 9, 1) || ' ' || 1 + floor(pg_temp.share(n, 10) * 120) as street,
    pg_temp.pick(cities, n, 11, 2) as city,
    lpad(floor(pg_temp.share(n, 12) * 1000000)::text, 6, '0') as zip,
    case when pg_temp.share(n, 7) < 0.85 then 'RO' else 'GR' end as country,
    timestamptz '2024-11-01' + interval '730 days' * (n / (pg_temp.bench_leads() * 0.4)) ^ 0.8 as created_at
  from lists, lateral (
    select n, pg_temp.pick(first_names, n, 1, 2) || ' ' || pg_temp.pick(last_names, n, 2, 2) as accented
    from generate_series(1, (pg_temp.bench_leads() * 0.4)::bigint) n
  ) person
) buyer;

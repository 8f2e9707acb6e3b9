-- Who works here, and the lists from which the rest is drawn. Everything follows from hashes of a row's number: each run makes the same rows.

create function pg_temp.share(n bigint, salt int) returns double precision language sql immutable as $$
  select ((hashint8extended(n, salt) >> 11) & 4503599627370495) / 4503599627370496.0
$$;
-- With the marks of a random uuid (version 4): in a URL, Astra takes nothing else for an id.
create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$
  select overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17)::uuid
$$;
-- One of a list, the first ones more often the higher the skew.
create function pg_temp.pick(list text[], n bigint, salt int, skew int) returns text language sql immutable as $$
  select list[1 + floor(array_length(list, 1) * pg_temp.share(n, salt) ^ skew)::int]
$$;

-- With whatever has come to refer to them.
truncate customers, customer_sellers, customer_contacts, orders, order_items, order_refunds, stock_movements, stock_allocations, crm_leads,
  crm_lead_events, crm_lead_tags, crm_tags cascade;

insert into workspaces (id, name, slug, currency, timezone)
values (pg_temp.id('workspace', 1), 'Astra bench', 'astra-bench', 'RON', 'Europe/Bucharest')
on conflict do nothing;

-- 0 is the admin, the others sell.
insert into users (id, name, email)
select pg_temp.id('user', n), 'Seller ' || n, 'seller-' || n || '@bench.example' from generate_series(0, 50) n
on conflict do nothing;
insert into memberships (workspace_id, user_id, role)
select pg_temp.id('workspace', 1), pg_temp.id('user', n), case n when 0 then 'admin' else 'seller' end from generate_series(0, 50) n
on conflict do nothing;

insert into integrations (id, workspace_id, user_id, name, type, domain)
select pg_temp.id('store', n), pg_temp.id('workspace', 1), pg_temp.id('user', 1 + (n - 1) % 50), 'Store ' || n,
  case when n % 3 = 0 then 'woocommerce' else 'shopify' end, 'store-' || n || '.bench.example'
from generate_series(1, 120) n
on conflict do nothing;

insert into crm_tags (id, workspace_id, name, color)
select pg_temp.id('tag', n), pg_temp.id('workspace', 1), 'Tag ' || n,
  (array['gray', 'green', 'amber', 'blue', 'violet', 'red'])[1 + n % 6]
from generate_series(1, 12) n;

create temporary table lists on commit drop as select
  array['Maria', 'Ion', 'Elena', 'Andrei', 'Ana', 'Mihai', 'Ioana', 'Ștefan', 'Cristina', 'Alexandru', 'Gabriela', 'Gheorghe',
    'Andreea', 'Cătălin', 'Mihaela', 'Florin', 'Daniela', 'Vasile', 'Alina', 'Răzvan', 'Simona', 'Bogdan', 'Raluca', 'Ionuț', 'Irina',
    'Sorin', 'Oana', 'Lucian', 'Mădălina', 'Călin', 'Loredana', 'Ovidiu', 'Ramona', 'Tiberiu', 'Ștefania', 'Dragoș', 'Anca', 'Horia',
    'Iulia', 'Petronela', 'Octavian', 'Smaranda', 'Γιώργος', 'Αγγελική', 'Zamfira'] as first_names,
  array['Popescu', 'Popa', 'Ionescu', 'Pop', 'Radu', 'Dumitru', 'Stan', 'Stoica', 'Gheorghe', 'Matei', 'Rusu', 'Munteanu', 'Marin',
    'Dobre', 'Lazăr', 'Șerban', 'Moldovan', 'Barbu', 'Nistor', 'Florea', 'Dinu', 'Toma', 'Bălan', 'Ungureanu', 'Cojocaru', 'Mureșan',
    'Crăciun', 'Stănescu', 'Tudor', 'Oprea', 'Neagu', 'Suciu', 'Iordache', 'Țurcanu', 'Păun', 'Grosu', 'Manea', 'Mănăstireanu', 'Voicu',
    'Ciobanu', 'Preda', 'Rotaru', 'Zaharia', 'Bucur', 'Drăgan', 'Filip', 'Văduva', 'Olteanu', 'Chiriac', 'Țepeș', 'Anghel', 'Bratu',
    'Ichim', 'Jurcă', 'Haiduc', 'Vlaicu', 'Παπαδόπουλος', 'Wagner', 'Zbârcea', 'Quintus'] as last_names,
  array['București', 'Cluj-Napoca', 'Iași', 'Timișoara', 'Constanța', 'Brașov', 'Galați', 'Ploiești', 'Oradea', 'Brăila'] as cities,
  array['Strada Libertății', 'Strada Florilor', 'Bulevardul Unirii', 'Strada Mihai Eminescu', 'Calea Victoriei', 'Aleea Teilor',
    'Strada Școlii'] as streets,
  array['gmail.com', 'yahoo.com', 'icloud.com', 'outlook.com', 'mail.example'] as mail_domains,
  array['Lampă de birou', 'Set prosoape', 'Ceas de perete', 'Organizator sertar', 'Perie de curățat', 'Pernă ortopedică',
    'Suport telefon', 'Covoraș auto', 'Mixer de mână', 'Umidificator'] as products;

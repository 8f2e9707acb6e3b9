-- Who is the same person, and what is known of one by all that was said: the rules by which contacts are computed.

-- Whether two spellings can name one person: the words of one are all among the other's. Initials tell too little to count.

create function astra.name_words(name text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  with word as (
    select distinct word from regexp_split_to_table(astra.normalise(name), '[\s.,;:''"()/&+_-]+') word where word <> ''
  )
  select coalesce(nullif(array(select word from word where length(word) > 1), '{}'), array(select word from word))
$$;

create function astra.names_agree(one text, other text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select one is null or other is null or one = other
    or astra.name_words(one) <@ astra.name_words(other) or astra.name_words(other) <@ astra.name_words(one)
$$;

-- Small functions are written into the statements that use them, which Postgres does only for those that set no path.

-- A field as stores said it and as it was corrected, whichever is there.
create function astra.values_of(field text, said jsonb, corrected jsonb) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[lower(said ->> field), lower(corrected #>> array[field, 'value'])], null)
$$;

-- Whether what is told is plainly of the person who is known: the same e-mail or phone, and names that agree. Anybody may be whom nothing
-- is known of.
create function astra.is_same_person(known_said jsonb, known_corrected jsonb, said jsonb, corrected jsonb) returns boolean
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  known_emails constant text[] := astra.values_of('email', known_said, known_corrected);
  known_phones constant text[] := astra.values_of('phone', known_said, known_corrected);
  known_names constant text[] := astra.values_of('name', known_said, known_corrected);
  names constant text[] := astra.values_of('name', said, corrected);
begin
  if not known_emails && astra.values_of('email', said, corrected) and not known_phones && astra.values_of('phone', said, corrected) then
    return cardinality(known_emails || known_phones || known_names) = 0;
  end if;
  return known_names = '{}' or names = '{}'
    or exists (select 1 from unnest(known_names) one, unnest(names) other where astra.names_agree(one, other));
end
$$;

-- Of two sets of corrections the newer one of each field.
create function astra.newest_corrections(one jsonb, other jsonb) returns jsonb
language sql immutable parallel safe as $$
  select case when one = '{}' then other when other = '{}' then one else (
    select jsonb_object_agg(field, entry) from (
      select distinct on (field) field, entry from (select * from jsonb_each(one) union all select * from jsonb_each(other)) both_sets (field, entry)
      order by field, (entry ->> 'correctedAt')::timestamptz desc nulls first
    ) newest) end
$$;

-- What is known of a buyer after one more lead: { said, corrected }. What is plainly of another person stays on that lead. An address is
-- one thing: half of one and half of another is where nobody lives. Of others' leads (is_own is false) only the corrections count.
create function astra.next_contact(known jsonb, is_own boolean, said jsonb, corrected jsonb) returns jsonb
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  known_said constant jsonb := known -> 'said';
  known_corrected constant jsonb := known -> 'corrected';
begin
  if known is null then
    return case when is_own then jsonb_build_object('said', said, 'corrected', corrected) end;
  end if;
  if said = known_said and corrected = '{}' then return known; end if;
  if not astra.is_same_person(known_said, known_corrected, said, corrected) then return known; end if;
  return jsonb_build_object(
    'said', case when is_own then
      case when said ?| array['street', 'city'] then known_said - array['street', 'city', 'region', 'zip', 'country'] else known_said end || said
      else known_said end,
    'corrected', astra.newest_corrections(known_corrected, corrected));
end
$$;
create aggregate astra.known_contact(is_own boolean, said jsonb, corrected jsonb) (sfunc = astra.next_contact, stype = jsonb);

-- Corrections together with what the fields were corrected to.
create function astra.with_values(corrections jsonb, present jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(field, entry || jsonb_build_object('value', present -> field)), '{}')
  from jsonb_each(corrections) correction (field, entry)
$$;

-- The corrections that count for a seller: the seller's own, those that the owner of a store made which is now the seller's, and those of
-- admins and managers. Whoever only worked a lead decides about that lead alone.
create function astra.counting_corrections(corrected jsonb, seller uuid, store_owner uuid) returns jsonb
language sql immutable parallel safe as $$
  select case when corrected = '{}' then corrected else (
    select coalesce(jsonb_object_agg(field, entry), '{}') from jsonb_each(corrected) correction (field, entry)
    where entry ->> 'userId' = seller::text or entry ->> 'standing' = 'manager'
      or (entry ->> 'standing' = 'owner' and store_owner = seller)) end
$$;

-- Of corrections on somebody else's lead: those of admins and managers, without what that lead's store had said.
create function astra.managers_corrections(corrected jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(field, entry || '{"storeValue": null}'), '{}') from jsonb_each(corrected) correction (field, entry)
  where entry ->> 'standing' = 'manager'
$$;

revoke execute on function astra.name_words(text), astra.names_agree(text, text), astra.values_of(text, jsonb, jsonb),
  astra.is_same_person(jsonb, jsonb, jsonb, jsonb), astra.newest_corrections(jsonb, jsonb),
  astra.next_contact(jsonb, boolean, jsonb, jsonb), astra.known_contact(boolean, jsonb, jsonb), astra.with_values(jsonb, jsonb),
  astra.counting_corrections(jsonb, uuid, uuid), astra.managers_corrections(jsonb) from public;
grant execute on function astra.name_words(text), astra.names_agree(text, text), astra.with_values(jsonb, jsonb),
  astra.values_of(text, jsonb, jsonb), astra.is_same_person(jsonb, jsonb, jsonb, jsonb) to service_role;

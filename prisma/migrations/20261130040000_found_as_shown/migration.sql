-- Found as shown, and as typed. Stored text and what somebody types were made alike by two rules, one here and one in the app, which
-- disagreed about every script but Latin. Now there is one, and it is here.

-- What is not plain ASCII, made alike: without marks (the vowel signs of India and its neighbours are letters and stay) and what can't be
-- seen, without apostrophes, quotes, hamzas and tatweels; one of the forms of a letter, one kind of dash, digits from 0 to 9. Marks and
-- signs are left out after compatibility decomposition, in which an acute accent typed for an apostrophe is a blank with a mark.
create function astra.normalise_letters(value text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  left_out constant text := '( ?[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed'
    '\u0711\u0730-\u074a\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08ff\u093c\u0951-\u0954\u09bc\u0a3c'
    '\u0abc\u0b3c\u0c3c\u0cbc\u135d-\u135f\u1885\u1886\u18a9\u1ab0-\u1aff\u1cd0-\u1cff\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1'
    '\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua69e\ua69f\ufe20-\ufe2f\ufb1e\U00010efa-\U00010eff])+'
    '|[''"`\u00ab\u00ad\u00b7\u00bb\u02b9-\u02bf\u02c8\u055a\u05f3\u05f4\u0600-\u0605\u061c\u0621\u0640\u0674\u06dd\u070f\u07f4'
    '\u07f5\u0890\u0891\u180b-\u180f\u200b-\u200f\u2018-\u201f\u202a-\u202e\u2032-\u203a\u2060-\u206f\u301d-\u301f\ua78b'
    '\ua78c\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f'
    '\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e01ef]+';
  digits constant text :=
    '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹߀߁߂߃߄߅߆߇߈߉०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯୦୧୨୩୪୫୬୭୮୯'
    '௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯෦෧෨෩෪෫෬෭෮෯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙༠༡༢༣༤༥༦༧༨༩'
    '၀၁၂၃၄၅၆၇၈၉႐႑႒႓႔႕႖႗႘႙០១២៣៤៥៦៧៨៩᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙᥆᥇᥈᥉᥊᥋᥌᥍᥎᥏᧐᧑᧒᧓᧔᧕᧖᧗᧘᧙᪀᪁᪂᪃᪄᪅᪆᪇᪈᪉᪐᪑᪒᪓᪔᪕᪖᪗᪘᪙'
    '᭐᭑᭒᭓᭔᭕᭖᭗᭘᭙᮰᮱᮲᮳᮴᮵᮶᮷᮸᮹᱀᱁᱂᱃᱄᱅᱆᱇᱈᱉᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙꘠꘡꘢꘣꘤꘥꘦꘧꘨꘩꣐꣑꣒꣓꣔꣕꣖꣗꣘꣙꤀꤁꤂꤃꤄꤅꤆꤇꤈꤉꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙'
    '꧰꧱꧲꧳꧴꧵꧶꧷꧸꧹꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙꯰꯱꯲꯳꯴꯵꯶꯷꯸꯹𐒠𐒡𐒢𐒣𐒤𐒥𐒦𐒧𐒨𐒩𐴰𐴱𐴲𐴳𐴴𐴵𐴶𐴷𐴸𐴹𐵀𐵁𐵂𐵃𐵄𐵅𐵆𐵇𐵈𐵉𑁦𑁧𑁨𑁩𑁪𑁫𑁬𑁭𑁮𑁯𑃰𑃱𑃲𑃳𑃴𑃵𑃶𑃷𑃸𑃹'
    '𑄶𑄷𑄸𑄹𑄺𑄻𑄼𑄽𑄾𑄿𑇐𑇑𑇒𑇓𑇔𑇕𑇖𑇗𑇘𑇙𑋰𑋱𑋲𑋳𑋴𑋵𑋶𑋷𑋸𑋹𑑐𑑑𑑒𑑓𑑔𑑕𑑖𑑗𑑘𑑙𑓐𑓑𑓒𑓓𑓔𑓕𑓖𑓗𑓘𑓙𑙐𑙑𑙒𑙓𑙔𑙕𑙖𑙗𑙘𑙙𑛀𑛁𑛂𑛃𑛄𑛅𑛆𑛇𑛈𑛉𑛐𑛑𑛒𑛓𑛔𑛕𑛖𑛗𑛘𑛙'
    '𑛚𑛛𑛜𑛝𑛞𑛟𑛠𑛡𑛢𑛣𑜰𑜱𑜲𑜳𑜴𑜵𑜶𑜷𑜸𑜹𑣠𑣡𑣢𑣣𑣤𑣥𑣦𑣧𑣨𑣩𑥐𑥑𑥒𑥓𑥔𑥕𑥖𑥗𑥘𑥙𑯰𑯱𑯲𑯳𑯴𑯵𑯶𑯷𑯸𑯹𑱐𑱑𑱒𑱓𑱔𑱕𑱖𑱗𑱘𑱙𑵐𑵑𑵒𑵓𑵔𑵕𑵖𑵗𑵘𑵙𑶠𑶡𑶢𑶣𑶤𑶥𑶦𑶧𑶨𑶩'
    '𑷠𑷡𑷢𑷣𑷤𑷥𑷦𑷧𑷨𑷩𑽐𑽑𑽒𑽓𑽔𑽕𑽖𑽗𑽘𑽙𖄰𖄱𖄲𖄳𖄴𖄵𖄶𖄷𖄸𖄹𖩠𖩡𖩢𖩣𖩤𖩥𖩦𖩧𖩨𖩩𖫀𖫁𖫂𖫃𖫄𖫅𖫆𖫇𖫈𖫉𖭐𖭑𖭒𖭓𖭔𖭕𖭖𖭗𖭘𖭙𖵰𖵱𖵲𖵳𖵴𖵵𖵶𖵷𖵸𖵹𞅀𞅁𞅂𞅃𞅄𞅅𞅆𞅇𞅈𞅉'
    '𞋰𞋱𞋲𞋳𞋴𞋵𞋶𞋷𞋸𞋹𞓰𞓱𞓲𞓳𞓴𞓵𞓶𞓷𞓸𞓹𞗱𞗲𞗳𞗴𞗵𞗶𞗷𞗸𞗹𞗺𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙';
  plain text := lower(regexp_replace(normalize(value, nfkd), left_out, '', 'g'));
begin
  if octet_length(plain) = char_length(plain) then return plain; end if;
  if plain ~ '[đðɖħıĸłŋøŧəǝƒɓɗɣɔɛɨʉ]' then plain := translate(plain, 'đðɖħıĸłŋøŧəǝƒɓɗɣɔɛɨʉ', 'dddhiklnoteefbdgoeiu'); end if;
  if plain ~ '[ґқғңүұәөһҳҷҝ]' then plain := translate(plain, 'ґқғңүұәөһҳҷҝ', 'гкгнууаоххчк'); end if;
  if plain ~ '[یېێےکہۃھەٱۆۇۈں]' then plain := translate(plain, 'یېێےکہۃھەٱۆۇۈں', 'ييييكههههاووون'); end if;
  if plain ~ '[ךםןףץ]' then plain := translate(plain, 'ךםןףץ', 'כמנפצ'); end if;
  if plain ~ '[‐‑‒–—―−־֊×]' then plain := translate(plain, '‐‑‒–—―−־֊×', '---------x'); end if;
  if plain ~ ('[' || digits || ']') then plain := translate(plain, digits, repeat('0123456789', 68)); end if;
  -- The commonest are faster one by one.
  plain := replace(replace(replace(plain, 'ς', 'σ'), 'ة', 'ه'), 'ى', 'ي');
  return replace(replace(replace(replace(plain, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
end
$$;

-- Text to search in and for: "stefan" finds "Ștefan", "OBrien" "O'Brien", "احمد" "أحمد".
create or replace function astra.normalise(value text) returns text
language sql immutable parallel safe
return case when octet_length(value) = char_length(value) then lower(translate(value, '''"`', '') collate "C")
  else astra.normalise_letters(value) end;

-- The same of a text in which letters are written as two where a keyboard has not got them: "Đorđe" as "Djordje", "Jürgen" as "Juergen".
-- Null when there are none.
create function astra.spelled_out(value text) returns text
language sql immutable parallel safe
return case when octet_length(value) > char_length(value) and value ~ '[ĐđÄäÖöÜüØøÅå\u0308\u030a]' then
  astra.normalise_letters(replace(replace(replace(replace(replace(replace(
    lower(normalize(value, nfc)), 'đ', 'dj'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe'), 'å', 'aa')) end;

-- The domain of an e-mail stands in too many rows to tell any apart; the local part does. A name may be a number, too.
create or replace function astra.search_text(name text, phone text, email text, number text) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  plain_name constant text := astra.normalise(name);
begin
  return concat_ws(' ', plain_name, astra.spelled_out(name),
    nullif(regexp_replace(concat_ws(' ', plain_name, astra.normalise(phone)), '[^0-9]+', '', 'g'), ''),
    astra.normalise(split_part(email, '@', 1)), ltrim(astra.normalise(number), '#'));
end
$$;

-- As before, but a word is looked for as it is spelled out, too, and an address in the text as well: some type theirs for a name.
-- What is normalised stays as it is when it is normalised again.
create or replace function astra.search_condition(words text[]) returns text
language plpgsql stable set search_path = '' as $$
declare
  word text;
  alternative text;
  local text;
  found text;
  alternatives text;
  condition text;
begin
  foreach word in array words loop
    alternatives := null;
    foreach alternative in array string_to_array(word, ' ') loop
      local := split_part(alternative, '@', 1);
      found := format('search_text like %L', astra.search_pattern(local));
      if astra.spelled_out(local) is not null then
        found := format('(%s or search_text like %L)', found, astra.search_pattern(astra.spelled_out(local)));
      end if;
      if alternative like '%@%' then
        found := format('%1$s and (astra.normalise(email) like %2$L or search_text like %2$L)', found, astra.search_pattern(alternative));
      end if;
      alternatives := concat_ws(' or ', alternatives, found);
    end loop;
    condition := concat_ws(' and ', condition, '(' || alternatives || ')');
  end loop;
  return coalesce(condition, 'true');
end
$$;

revoke execute on function astra.normalise_letters(text), astra.spelled_out(text) from public;
grant execute on function astra.normalise_letters(text), astra.spelled_out(text) to authenticated, service_role;

-- What is stored is normalised anew, and only rows whose text is another now are written. Until this is committed nobody else writes leads
-- and customers: what came meanwhile would have been normalised as before. To nobody is this a change of the row.
alter table customers disable trigger touch_updated_at;
alter table crm_leads disable trigger touch_updated_at;
update customers set search_text = astra.search_text(name, phone, email, null)
where search_text <> astra.search_text(name, phone, email, null);
update crm_leads lead set search_text = found.text
from (
  select lead.id, astra.search_text(lead.name, lead.phone, lead.email, "order".order_number) as text
  from crm_leads lead left join orders "order" on "order".id = lead.order_id
) found
where found.id = lead.id and lead.search_text <> found.text;
alter table customers enable trigger touch_updated_at;
alter table crm_leads enable trigger touch_updated_at;

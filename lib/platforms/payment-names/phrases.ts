import { plainName } from "#lib/platforms/payment-names/plain.ts";

/** So many other words may stand between two words of a phrase: "cash [payment] on [your] delivery". */
const mostBetween = 3;
/** So many other letters may, where words are not parted by blanks. */
const mostLettersBetween = 9;

/** Said of what follows, they turn it round. */
const negations = listed(`
  no not non without fara nu ne kein keine ohne nicht sans pas sin senza sem nao bez nie nem zonder
  geen uden utan ej ikke ni χωρις οχι без не нет немає بدون ليس لا`);

/** Several words that say the same of what follows: "card instead of cash on delivery". */
const insteadOf = listed(`
  instead_of in_loc_de in_locul statt anstatt anstelle au_lieu_de en_lugar_de en_lugar_del en_vez_de
  en_vez_del em_vez_de invece_di zamiast misto namiesto umesto umjesto namesto вместо замість αντι`);

/** Said of what comes before, these turn it round: "cash on delivery is not available". */
const unavailable = listed(`
  not_available not_possible not_accepted not_offered unavailable disabled indisponibil indisponibila
  nu_este_disponibil nu_este_disponibila nu_e_disponibil nu_e_disponibila nicht_moglich
  nicht_verfugbar non_disponible indisponible no_disponible indisponivel nao_disponivel
  non_disponibile niedostepn* nedostupn* недоступ* недостъп* غير_متاح غير_متوفر`);

/** Between the words of a phrase they begin another thought: "payment online, free delivery", "pay before delivery". */
const breaks = listed(`
  before prior advance online website free due delivery shipping shipment avant avance ligne gratuit
  gratuite livraison expedition vor vorab voraus kostenlos kostenlose lieferung versand antes linea
  anticipado gratis entrega envio prima anticipo gratuita consegna spedizione inainte avans livrare
  transport przed darmowa dostawa wysylka pred predem zdarma zadarmo doruceni dorucenie doprava
  besplatna dostava elott ingyenes szallitas levering bezorging verzending leverans πριν δωρεαν
  αποστολη до перед предварительно онлайн бесплатная безкоштовна безплатна доставка достава بدون قبل
  مجاني مجانا oncesi ucretsiz teslimat kargo days jours tage dias giorni zile vista plazos cuotas
  meses contado rate termen konto ucet racun рачун сметка счету рахунку карту картку`);

const unparted =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words of a table that are written below each other. */
export function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}

/**
 * Recognises names in which the words of a phrase stand in their order, with a few others between them. A phrase is written as
 * `pay|card on|at delivery`: one of each; `_` is a blank within one, `*` any letters. Words of scripts without blanks are found as
 * they run on, Arabic ones with and without article and particle.
 */
export function phrases(list: readonly string[]): (name: string) => boolean {
  const parted = list.filter((phrase) => !unparted.test(phrase)).map(partedPattern);
  const running = list.filter((phrase) => unparted.test(phrase)).map(runningPattern);
  return (name) => {
    const plain = withShortDenials(plainName(name));
    const runOn = plain.replaceAll(" ", "");
    return (
      parted.some((pattern) => pattern.test(` ${plain} `)) || running.some((pattern) => pattern.test(runOn))
    );
  };
}

/** What denies in several words does so in one: each pattern would otherwise look for all of them at each word. */
function withShortDenials(plain: string): string {
  return ` ${plain} `.replace(isInsteadOf, " no").replace(isUnavailable, " unavailable").trim();
}

function partedPattern(phrase: string): RegExp {
  const places = phrase.split(" ").map((place) => oneOf(place.split("|")));
  const between = `(?: (?!${oneOf(breaks)}(?= ))[^ ]+){0,${mostBetween}}?`;
  const isNotDenied = `(?<! ${oneOf(negations)}(?: ${places[0]})*)`;
  const words = places.map((place) => ` ${place}(?= )`).join(between);
  return new RegExp(`${isNotDenied}${words}(?! unavailable(?= ))`, "u");
}

function runningPattern(phrase: string): RegExp {
  const places = phrase.split(" ").map((place) => oneOf(place.split("|")));
  return new RegExp(places.join(`.{0,${mostLettersBetween}}?`), "u");
}

const isInsteadOf = new RegExp(` ${oneOf(insteadOf)}(?= )`, "gu");
const isUnavailable = new RegExp(`(?: is)? ${oneOf(unavailable)}(?= )`, "gu");

function oneOf(words: readonly string[]): string {
  return `(?:${words.map(pattern).join("|")})`;
}

function pattern(word: string): string {
  const plain = plainName(word.replaceAll("_", " "));
  const particle = /^\p{sc=Arabic}/u.test(plain) ? "(?:[وف]?(?:[بلك]?ال|لل|[بل])?)" : "";
  return `${word.startsWith("*") ? "[^ ]*" : ""}${particle}${plain}${word.endsWith("*") ? "[^ ]*" : ""}`;
}

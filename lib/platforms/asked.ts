import { withPlainDigits } from "#lib/base/search/digits.ts";
import { plainName } from "#lib/platforms/payment-names/plain.ts";

// What shops ask their buyers beside the platform's own fields: the questions are keys or sentences, in any language of the markets.

/** Words for a telephone, whole; as they begin where a "*" follows. */
const phoneWords = patternOf(`
  phone phones phoneno phonenr phonenumber telephone* altphone homephone workphone secondphone cellphone* cell cellular* celular* mobil*
  movil handy handynummer gsm whatsapp* viber tel tlf telf tlfn telef* telemovel* komorka komorkowy
  puhelin* mob τηλ τηλεφων* κινητ* тел телеф* моб мобил* هاتف* الهاتف جوال* الجوال موبايل* الموبايل محمول تلفن* تليفون* التليفون
  טלפון נייד फोन मोबाइल ফোন মোবাইল 電話* 电话* 手机* 手機* 携帯* モバイル* 휴대폰* 전화* โทร* เบอร์โทร*`);
const phonePhrases = ["dien thoai", "so dt", "contact no", "contact number"];

/** Names of the numbers under which businesses and persons are taxed. */
const taxWords = patternOf(`
  cui cif nif nip piva vat tva btw mva iva ust ustid ustidnr uid steuernummer umsatzsteuer* adoszam* vergi vkn tckn rfc rut cpf cnpj cuit
  gst gstin oib pib eik bulstat ico dic nit ruc αφμ инн еик едрпоу`);
const taxPhrases = [
  "p iva",
  "partita iva",
  "codice fiscale",
  "cod fiscal",
  "cod unic",
  "ust id",
  "ic dph",
  "tax id",
  "tax no",
  "tax nr",
  "tax num",
  "tax number",
  "tax code",
  "tax reg",
  "tax registration",
];
/** What makes of a tax number's name a question of something else. */
const notOfNumbers = patternOf("rate exempt* amount total percent* price class valid* included country");

/** Whether a question asks for a telephone: "_billing_phone_2", "Τηλέφωνο 2", "altPhone". */
export function asksForPhone(question: string): boolean {
  const words = wordsOf(question);
  return words.some((word) => phoneWords.test(word)) || says(words, phonePhrases);
}

/** Whether a question asks for the number with the tax office. */
export function asksForTaxNumber(question: string): boolean {
  const words = wordsOf(question);
  if (words.some((word) => notOfNumbers.test(word))) return false;
  return words.some((word) => taxWords.test(word)) || says(words, taxPhrases);
}

/** Whether an answer is nothing but the digits of one telephone or several, in whatever script. */
export function isPhoneNumber(answer: string): boolean {
  const plain = withPlainDigits(answer.normalize("NFKC").replace(/\p{Cf}/gu, "")).trim();
  return /^[+(]*\d[\d\s()./+,;-]{5,60}$/.test(plain) && plain.replace(/\D/g, "").length >= 6;
}

/** The words of a question, those of a name like "altPhone" also each by itself. */
function wordsOf(question: string): string[] {
  const parted = question.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  return [...new Set([parted, question])].flatMap((one) => plainName(one).split(" "));
}

function says(words: string[], phrases: string[]): boolean {
  const all = ` ${words.join(" ")} `;
  return phrases.some((phrase) => all.includes(` ${phrase} `));
}

function patternOf(words: string): RegExp {
  const patterns = words
    .trim()
    .split(/\s+/)
    .map((word) => `${plainName(word)}${word.endsWith("*") ? ".*" : ""}`);
  return new RegExp(`^(${patterns.join("|")})$`, "u");
}

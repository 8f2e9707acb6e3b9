/** A country where stores sell: how its people are called, where they live and how they pay. */
export interface Market {
  country: "RO" | "GR" | "HU" | "BG";
  countryName: string;
  language: string;
  currency: string;
  /** The smallest step of the amounts: 2 decimals, or none. */
  decimals: 0 | 2;
  /** Prices of the catalogue, which are in euro, times this. */
  rate: number;
  vatRate: number;
  firstNames: readonly string[];
  lastNames: readonly string[];
  familyNameFirst: boolean;
  places: readonly Place[];
  streets: readonly string[];
  /** What stands before a phone number from abroad, and at home. */
  phonePrefix: { abroad: string; home: string };
  mobilePrefixes: readonly string[];
  /** How many digits follow the mobile prefix. */
  mobileDigits: number;
  cashOnDelivery: string;
  card: string;
}

/** A town, its region, and the postcodes it has (digits still to be drawn are "#"). */
export interface Place {
  city: string;
  region: string;
  zip: string;
}

const romania: Market = {
  country: "RO",
  countryName: "Romania",
  language: "ro",
  currency: "RON",
  decimals: 2,
  rate: 5,
  vatRate: 0.21,
  firstNames: [
    "Ștefan",
    "Maria",
    "Andreea",
    "Elena",
    "Cristian",
    "Ana-Maria",
    "Ioan",
    "Mihaela",
    "Alexandru",
    "Gabriela",
    "Vlad",
    "Ioana",
    "Radu",
    "Simona",
    "Bogdan",
    "Daniela",
    "Florin",
    "Raluca",
    "Tudor",
    "Oana",
    "Marius",
    "Irina",
  ],
  lastNames: [
    "Popescu",
    "Ionescu",
    "Vasilescu-Dumitrescu",
    "Radu",
    "Munteanu",
    "Georgescu",
    "Marin",
    "Țîrlea",
    "Șerban",
    "Dobre",
    "Stoica",
    "Constantinescu",
    "Matei",
    "Dumitru",
    "Neagu",
    "Moldovan",
    "Bălan",
    "Rusu",
    "Lazăr",
    "Nistor",
    "Câmpean",
  ],
  familyNameFirst: false,
  places: [
    { city: "București", region: "București", zip: "01####" },
    { city: "Cluj-Napoca", region: "Cluj", zip: "400###" },
    { city: "Timișoara", region: "Timiș", zip: "300###" },
    { city: "Iași", region: "Iași", zip: "700###" },
    { city: "Constanța", region: "Constanța", zip: "900###" },
    { city: "Brașov", region: "Brașov", zip: "500###" },
    { city: "Sat Valea Mare", region: "Dâmbovița", zip: "137###" },
  ],
  streets: [
    "Str. Florilor",
    "Bd. Unirii",
    "Str. Mihai Eminescu",
    "Calea Victoriei",
    "Str. Păcii",
    "Aleea Trandafirilor",
    "Str. Principală",
    "Șos. Mihai Bravu",
    "Str. Avram Iancu",
  ],
  phonePrefix: { abroad: "+40", home: "0" },
  mobilePrefixes: ["72", "73", "74", "75", "76"],
  mobileDigits: 7,
  cashOnDelivery: "Plată la livrare (ramburs)",
  card: "Card online",
};

const greece: Market = {
  country: "GR",
  countryName: "Greece",
  language: "el",
  currency: "EUR",
  decimals: 2,
  rate: 1,
  vatRate: 0.24,
  firstNames: [
    "Γιώργος",
    "Μαρία",
    "Δημήτρης",
    "Ελένη",
    "Κώστας",
    "Κατερίνα",
    "Νίκος",
    "Σοφία",
    "Γιάννης",
    "Βασιλική",
  ],
  lastNames: [
    "Παππάς",
    "Παπαδόπουλος",
    "Οικονόμου",
    "Νικολάου",
    "Γεωργίου",
    "Βλάχος",
    "Αγγελής",
    "Δημητρίου",
    "Καραγιάννης",
    "Αθανασίου",
  ],
  familyNameFirst: false,
  places: [
    { city: "Αθήνα", region: "Αττική", zip: "11# ##" },
    { city: "Θεσσαλονίκη", region: "Κεντρική Μακεδονία", zip: "54# ##" },
    { city: "Πάτρα", region: "Δυτική Ελλάδα", zip: "26# ##" },
    { city: "Ηράκλειο", region: "Κρήτη", zip: "71# ##" },
    { city: "Λάρισα", region: "Θεσσαλία", zip: "41# ##" },
  ],
  streets: ["Ερμού", "Σταδίου", "Λεωφόρος Κηφισίας", "Αγίου Δημητρίου", "Τσιμισκή", "Πατησίων", "Εγνατία"],
  phonePrefix: { abroad: "+30", home: "" },
  mobilePrefixes: ["694", "697", "698", "693"],
  mobileDigits: 7,
  cashOnDelivery: "Αντικαταβολή",
  card: "Κάρτα",
};

const hungary: Market = {
  country: "HU",
  countryName: "Hungary",
  language: "hu",
  currency: "HUF",
  decimals: 0,
  rate: 400,
  vatRate: 0.27,
  firstNames: [
    "Péter",
    "Katalin",
    "László",
    "Zsuzsanna",
    "Gábor",
    "Ágnes",
    "Zoltán",
    "Eszter",
    "Balázs",
    "Réka",
  ],
  lastNames: [
    "Kovács",
    "Nagy",
    "Szabó",
    "Tóth",
    "Horváth",
    "Kőszegi",
    "Varga",
    "Molnár",
    "Fekete",
    "Juhász",
    "Őri",
  ],
  familyNameFirst: true,
  places: [
    { city: "Budapest", region: "Budapest", zip: "1##1" },
    { city: "Debrecen", region: "Hajdú-Bihar", zip: "402#" },
    { city: "Szeged", region: "Csongrád-Csanád", zip: "672#" },
    { city: "Pécs", region: "Baranya", zip: "762#" },
    { city: "Győr", region: "Győr-Moson-Sopron", zip: "902#" },
  ],
  streets: [
    "Petőfi Sándor utca",
    "Kossuth Lajos utca",
    "Rákóczi út",
    "Ady Endre utca",
    "Béke tér",
    "Bartók Béla út",
  ],
  phonePrefix: { abroad: "+36", home: "06" },
  mobilePrefixes: ["20", "30", "70"],
  mobileDigits: 7,
  cashOnDelivery: "Utánvét",
  card: "Bankkártya",
};

const bulgaria: Market = {
  country: "BG",
  countryName: "Bulgaria",
  language: "bg",
  currency: "BGN",
  decimals: 2,
  rate: 1.96,
  vatRate: 0.2,
  firstNames: [
    "Димитър",
    "Мария",
    "Иван",
    "Елена",
    "Георги",
    "Десислава",
    "Николай",
    "Виктория",
    "Стоян",
    "Радка",
  ],
  lastNames: [
    "Петров",
    "Иванов",
    "Георгиев",
    "Димитров",
    "Николов",
    "Стоянов",
    "Тодоров",
    "Христов",
    "Ангелов",
  ],
  familyNameFirst: false,
  places: [
    { city: "София", region: "София", zip: "1###" },
    { city: "Пловдив", region: "Пловдив", zip: "40##" },
    { city: "Варна", region: "Варна", zip: "90##" },
    { city: "Бургас", region: "Бургас", zip: "80##" },
    { city: "Русе", region: "Русе", zip: "70##" },
  ],
  streets: [
    "ул. Витоша",
    "бул. Христо Ботев",
    "ул. Иван Вазов",
    "ул. Раковски",
    "бул. България",
    "ул. Шипка",
  ],
  phonePrefix: { abroad: "+359", home: "0" },
  mobilePrefixes: ["87", "88", "89"],
  mobileDigits: 7,
  cashOnDelivery: "Наложен платеж",
  card: "Плащане с карта",
};

export const markets: Record<Market["country"], Market> = {
  RO: romania,
  GR: greece,
  HU: hungary,
  BG: bulgaria,
};

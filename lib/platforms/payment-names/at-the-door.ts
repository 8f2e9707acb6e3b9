/** How a language says "pay" (cash, card …), "at", and what happens at the door or who stands there. */
export interface AtTheDoor {
  pay: string;
  at: string;
  door: string;
}

/** Languages that say "pay at the door". Words that may just as well begin another thought ("…, delivery by post") are left out. */
export const prepositional: readonly AtTheDoor[] = [
  // English
  {
    pay: "cash|pay|pays|paid|paying|payment|payments|card|cards|money|cheque|upi|pos|qr|balance|rest",
    at: "on|upon|at|when|to",
    door:
      "delivery|deliver|delivered|receipt|receive|receiving|received|pickup|pick_up|collection|arrival|arrives|" +
      "arrive|door|doorstep|handover|home|courier|driver|rider|postman|locker",
  },
  // Romanian
  {
    pay:
      "plata|plati|platesti|platesc|platiti|achitare|achitarea|achit|achiti|numerar|numerarul|cash|bani|banii|card|" +
      "cardul|cardului|pos|incasare|restul",
    at: "la|catre|in_momentul",
    door:
      "livrare|livrarea|livrarii|livrari|primire|primirea|primirii|ridicare|ridicarea|receptie|receptia|curier|" +
      "curierul|curierului|usa|domiciliu|destinatie|easybox|locker|posta",
  },
  // French
  {
    pay:
      "paiement|paiements|payer|payez|paie|payement|reglement|regler|reglez|cash|especes|espece|liquide|" +
      "comptant|carte|cb|tpe|argent",
    at: "a|au|aux|des|lors|contre",
    door:
      "livraison|reception|livreur|domicile|remise|retrait|porte|facteur|enlevement|arrivee|coursier|" +
      "recuperation",
  },
  // German
  {
    pay: "barzahlung|bar|bargeld|zahlung|zahlen|zahle|bezahlung|bezahlen|kartenzahlung|karte|ec|cash",
    at: "bei|beim|an|zur",
    door:
      "lieferung|abholung|ubergabe|uebergabe|zustellung|erhalt|empfang|anlieferung|auslieferung|tur|tuer|haustur|" +
      "haustuer|fahrer|boten|zusteller|postboten|lieferanten",
  },
  // Dutch
  {
    pay: "betalen|betaling|betaal|contant|contante|pin|pinnen|cash|kaart",
    at: "bij|aan|onder",
    door: "levering|bezorging|aflevering|ontvangst|afhalen|afhaling|deur|bezorger|koerier",
  },
  // Spanish
  {
    pay: "pago|pagos|pagar|pague|paga|pagas|pagalo|efectivo|tarjeta|cobro|dinero|abono|abonar",
    at: "al|a|contra|en_la|en_el|cuando",
    door:
      "entrega|recibir|recibirlo|recibes|recibas|reciba|recepcion|domicilio|puerta|casa|repartidor|mensajero|" +
      "transportista|recoger|recogida|retirar|retiro",
  },
  // Portuguese
  {
    pay: "pagamento|pagar|pague|paga|dinheiro|cartao|numerario|maquininha",
    at: "na|contra|a|ao|mediante|no_ato|no_momento",
    door:
      "entrega|recebimento|receber|rececao|recepcao|levantamento|retirada|domicilio|porta|motoboy|" +
      "entregador|estafeta",
  },
  // Italian
  {
    pay: "pagamento|pagamenti|paga|paghi|pagare|contanti|contante|carta|bancomat|pos|saldo",
    at: "alla|al|a|all",
    door: "consegna|corriere|ritiro|ricevimento|arrivo|porta|domicilio|postino|ricezione",
  },
  // Polish
  {
    pay: "platnosc|platne|platna|zaplata|zaplac|zaplacisz|gotowka|gotowke|karta|karty|blik|cash|oplata",
    at: "przy|u|do_rak|w_momencie",
    door: "odbiorze|odbioru|dostawie|dostawy|dostarczeniu|doreczeniu|kuriera|kurierowi|listonosza|drzwiach",
  },
  // Czech, Slovak
  {
    pay: "platba|platbou|zaplatit|zaplatim|zaplaceni|zaplatenie|hotov*|kartou|karta|karty|uhrada",
    at: "pri|u|na|v_momente",
    door:
      "prevzeti|prevzati|prevzatia|prebrati|dodani|dodavke|doruceni|predani|odovzdani|odberu|odbere|vyzvednuti|kuryra|" +
      "kuriera|dopravce|ridice|dverich|dverach",
  },
  // Croatian, Serbian, Bosnian
  {
    pay:
      "placanje|plati|platite|placa|placas|gotovina|gotovinom|gotovinsko|gotovini|kes|kesom|karticom|" +
      "karticno|kartica",
    at: "prilikom|pri|kod|na|po|u_trenutku",
    door:
      "preuzimanja|preuzimanju|isporuke|isporuci|isporuku|dostave|dostavi|dostavu|primitka|prijema|prijemu|vrata|" +
      "vratima|ruke|kurira|dostavljaca",
  },
  // Serbian, in Cyrillic
  {
    pay: "плаћање|плати|платите|готовина|готовином|готовински|кеш|картицом|картично",
    at: "приликом|при|код|на|по|у_тренутку",
    door:
      "преузимања|преузимању|испоруке|испоруци|испоруку|доставе|достави|пријема|пријему|врата|вратима|" +
      "руке|курира",
  },
  // Slovenian
  {
    pay: "placilo|placaj|placate|placas|gotovina|gotovino|gotovini|kartico|kartica|kartici",
    at: "ob|pri|po",
    door: "prevzemu|prevzetju|dostavi|dobavi|prejemu|kurirju|vratih",
  },
  // Greek
  {
    pay: "πληρωμη|πληρωνω|πληρωνετε|μετρητα|μετρητοις|καρτα|καρτας|καρτες|pos",
    at: "κατα|με_την",
    door: "παραδοση|παραδοσης|παραλαβη|παραλαβης",
  },
  // Bulgarian, Macedonian
  {
    pay:
      "плащане|плащам|плати|платете|платите|броя|кеш|пари|карта|пос|наличен|плаќање|готовина|готово|" +
      "картичка",
    at: "при",
    door:
      "доставка|доставката|доставяне|получаване|получаването|вземане|предаване|преглед|куриер|куриера|достава|" +
      "доставата|испорака|испораката|преземање|подигање|прием",
  },
  // Russian
  {
    pay: "оплат*|заплат*|плат*|наличн*|нал|кеш|картой|карта|карты|картами|расчет|деньги|деньгами|терминал*",
    at: "при|по|на|у|в_момент|во_время|после",
    door:
      "получении|получения|получению|доставке|доставки|вручении|самовывозе|выдаче|передаче|курьера|" +
      "курьеру|почте|встрече",
  },
  // Ukrainian
  {
    pay: "оплат*|сплат*|плат*|готівк*|кеш|картк*|розрахунок|гроші|термінал*",
    at: "при|під_час|на|у|в|в_момент|після",
    door:
      "отриманні|отримання|одержанні|доставці|доставки|самовивозі|врученні|видачі|пошті|відділенні|" +
      "кур_єра|курєра",
  },
  // Belarusian
  { pay: "аплат*|наяўн*|картк*", at: "пры|па|на", door: "атрыманні|дастаўцы|курера|кур_ера" },
  // Danish, Swedish, Norwegian
  {
    pay: "betal|betaling|betale|betales|kontant|kontanter|kort|betala|betalning|betalas",
    at: "ved|vid|mot",
    door:
      "levering|modtagelse|afhentning|udlevering|doren|leverans|mottagande|upphamtning|avhamtning|hamtning|utlamning|" +
      "dorren|mottak|mottakelse|henting|utlevering",
  },
  // Icelandic
  { pay: "greid*|borga*|stadgreid*", at: "vid", door: "afhendingu|mottoku|dyrnar" },
  // Albanian
  {
    pay: "pagese|pagesa|paguaj|paguani|para|parate|kesh|cash|karte",
    at: "ne|gjate",
    door: "dorezim|dorezimi|dorezimin|dorezimit|marrje|marrjes|pranim|pranimit|dere|deren|dore",
  },
  // Vietnamese
  { pay: "thanh_toan|tra_tien|tien_mat|thu_tien", at: "khi|luc|tai", door: "nhan|giao|nha" },
  // Indonesian, Malay
  {
    pay: "bayar|pembayaran|bayaran|tunai|uang|cash|kartu",
    at: "di|saat|ketika|semasa|waktu|apabila|setelah|kepada",
    door:
      "tempat|tujuan|rumah|pintu|pengiriman|pengantaran|penghantaran|penyerahan|serahan|penerimaan|terima|diterima|" +
      "menerima|sampai|tiba|diantar|kurir|kurier",
  },
  // Filipino
  { pay: "bayad|magbayad|cash", at: "sa|pag|kapag", door: "deliver*|pagdating|paghatid|natanggap|pintuan" },
  // Arabic
  {
    pay: "دفع|ادفع|نقد*|كاش|سداد|تسديد|تحصيل|مبلغ|بطاقه|فيزا|شبكه|مدى",
    at: "عند|لدى|حين|وقت|اثناء|بعد",
    door: "استلام*|استلم*|تسليم*|تسلم*|توصيل*|وصول*|باب|مندوب|منزل|بيت",
  },
  // Persian
  {
    pay: "پرداخت|نقد*|وجه|كارت|هزينه",
    at: "در|هنگام|موقع|زمان|درب|دم|پس_از",
    door: "محل|تحويل|دريافت|منزل|درب",
  },
  // Hebrew
  {
    pay: "תשלום|שלם|לשלם|מזומן|במזומן|אשראי|באשראי|מזומנים",
    at: "בעת|עם|בזמן|אצל",
    door: "המסירה|קבלת|הקבלה|המשלוח|האספקה|השליח|האיסוף",
  },
];

/** Languages that say "cash on delivery" in English words, and "at the door" the other way round in their own. */
export const postpositional: readonly AtTheDoor[] = [
  // Hindi, Marathi, Nepali
  {
    pay: "कैश|नकद|भुगतान|पेमेंट|पैसे|कॅश|रोख|क्यास|नगद",
    at: "ऑन|अन|पर|वर|मा|के_समय|समय|वेळी",
    door: "डिलीवरी|डिलिव्हरी|डेलिभरी|प्राप्ति|मिलने",
  },
  // Bengali
  {
    pay: "ক্যাশ|ক্যাস|কাশ|নগদ|পেমেন্ট|টাকা|মূল্য|পরিশোধ|পে",
    at: "অন|এ|সময়|হাতে|পর",
    door: "ডেলিভারি|ডেলিভারির|ডেলিভারিতে|পাওয়ার|গ্রহণের",
  },
  // Urdu
  { pay: "ادائيگي|نقد|كيش|رقم|پيسے", at: "پر|وقت|آن", door: "ڈليوري|ڈيليوري|ڈلوري|ڈيلوري|وصولي|دروازے" },
  // Punjabi
  { pay: "ਕੈਸ਼|ਨਕਦ|ਭੁਗਤਾਨ", at: "ਆਨ|ਤੇ|ਵੇਲੇ", door: "ਡਿਲੀਵਰੀ" },
  // Gujarati
  { pay: "કેશ|રોકડ|ચુકવણી", at: "ઓન|પર|વખતે|સમયે", door: "ડિલિવરી" },
  // Tamil
  { pay: "கேஷ்|பணம்|ரொக்கம்", at: "ஆன்|மீது|போது|நேரத்தில்", door: "டெலிவரி|டெலிவரியின்|விநியோகம்|விநியோகத்தின்" },
  // Telugu
  { pay: "క్యాష్|నగదు|చెల్లింపు|చెల్లించండి", at: "ఆన్|పై|వద్ద|సమయంలో", door: "డెలివరీ" },
  // Kannada
  { pay: "ಕ್ಯಾಶ್|ನಗದು|ಪಾವತಿ", at: "ಆನ್|ಮೇಲೆ|ಸಮಯದಲ್ಲಿ", door: "ಡೆಲಿವರಿ|ವಿತರಣೆ" },
  // Malayalam
  { pay: "ക്യാഷ്|പണം", at: "ഓൺ|സമയത്ത്", door: "ഡെലിവറി" },
];

import { phrases } from "#lib/platforms/payment-names/phrases.ts";

/**
 * Whether a payment method's name means that money is to follow by itself: by transfer, cheque, deposit, on an invoice or on terms, or
 * against a slip that is paid at a bank or kiosk. "bacs" and "cheque" are WooCommerce's own.
 */
export const meansPayLater = phrases([
  "bacs|bank_transfer|banktransfer|wire|wire_transfer|bank_deposit|bank_wire|direct_deposit|" +
    "transfer_to_bank|eft|telegraphic_transfer",
  "bank transfer|deposit|draft",
  "e_transfer|etransfer|interac|zelle",
  "cheque|cheques|check_payment|check_payments|checks|money_order|moneyorder|by_check|postal_order",
  "invoice|purchase_order|on_account|open_account|due_on_receipt|due_on_fulfillment|net_terms|" +
    "payment_terms|credit_terms|deferred",
  "net_7|net_10|net_14|net_15|net_21|net_30|net_45|net_60|net_90|net_120",
  "pay_later|paylater|pay_on_account",
  // Romanian
  "transfer|virament bancar|bancara|cont|iban",
  "ordin|ordinul plata",
  "depunere|depunerea cont|numerar|bancara",
  "factura|proforma|facturii|cec|plata_op|plata_prin_op|plata_cu_op|virament",
  // French
  "virement|virements|cheque|mandat_administratif|mandat_postal|facture|bon_de_commande",
  "paiement differe|30_jours|60_jours|terme",
  // German
  "vorkasse|vorauskasse|vorauszahlung|*uberweisung|*ueberweisung|rechnung|rechnungskauf|" +
    "kauf_auf_rechnung|scheck|lastschrift|sepa_lastschrift",
  // Dutch
  "bankoverschrijving|overschrijving|overboeking|bankoverboeking|vooruitbetaling|op_rekening|op_factuur|" +
    "factuur|achteraf",
  // Spanish
  "transferencia|transferencias|deposito|deposito_bancario|cheque|giro_bancario|factura|consignacion",
  // Portuguese
  "transferencia|deposito|boleto|fatura|faturado|multibanco|vale_postal",
  // Italian
  "bonifico|bonifici|assegno|vaglia|fattura|bollettino",
  // Polish
  "przelew|przelewem|wplata_na_konto|na_konto|faktura|fakture|odroczon*|przedplata|przelewu|czek",
  // Czech, Slovak
  "prevod|prevodem|prevodom|bankovni_prevod|bankovy_prevod|na_ucet|faktura|fakturu|fakturou|vklad|slozenka",
  // Croatian, Serbian, Bosnian, Slovenian
  "virman*|uplatnic*|uplata_na_racun|na_racun|bankovna_transakcija|bankovni_transfer|predracun*|ponud*|" +
    "opca_uplatnica|nakazil*|upn|ziro_racun",
  "уплатниц*|вирман*|предрачун*|уплата_на_рачун|на_рачун",
  // Hungarian
  "*utalas|*utalassal|elore_utalas|csekk|szamla*|szamlara",
  // Greek
  "καταθεση|καταθεσης|εμβασμα|τιμολογιο|επιταγη|τραπεζικη_μεταφορα|τραπεζικο_εμβασμα",
  // Turkish, Azerbaijani
  "havale*|eft|banka_transferi|fatura*|cek|kocurme*",
  // Bulgarian, Macedonian
  "банков_превод|банков_път|банкова_сметка|по_сметка|фактура|банкарски|жиро_сметка|проформа",
  // Russian, Ukrainian, Belarusian
  "переказ*|перевод*|безнал*|безготівк*|реквизит*|реквізит*|квитанц*|счет|счету|счета|рахун*|предоплат*|" +
    "передоплат*|передплат*|пералік*",
  // Danish, Swedish, Norwegian, Icelandic
  "bankoverforsel|bankoverforing|overforsel|overforing|bankgiro|plusgiro|faktura|giro|millifærsl*",
  // Finnish, Estonian, Latvian, Lithuanian
  "tilisiirto|pankkisiirto|lasku|laskulla|pangaulekanne|arve|arvega|parskaitijum*|rekin*|priekšapmaksa|" +
    "pavedim*|saskait*",
  // Albanian
  "transferte|transfer_bankar|fature",
  // Vietnamese, Indonesian, Malay
  "chuyen_khoan",
  "transfer|pindahan|setoran bank|rekening|antarbank",
  // Arabic, Persian, Urdu
  "حواله|تحويل|ايداع بنكي*|مصرفي*|بنك|حساب|بنكيه",
  "شيك|حواله|فاتوره|اجل|تحويل_بنكي|انستاباي",
  "كارت_به_كارت|واريز*|انتقال|شبا",
  "بينك ٹرانسفر|ڈيپازٹ|اكاؤنٹ",
  // Hebrew
  "העברה|בהעברה בנקאית|בנקאי",
  "צק|המחאה|חשבונית|צ_ק",
  // Hindi, Bengali
  "बैंक ट्रांसफर|ट्रान्सफर|हस्तांतरण|जमा|अंतरण",
  "चेक",
  "ব্যাংক ট্রান্সফার|জমা|ডিপোজিট",
  "চেক",
  // Georgian, Armenian
  "საბანკო გადარიცხვა|გადარიცხვით",
  "բանկային փոխանցում|փոխանցմամբ",
  // Chinese, Japanese, Korean, Thai
  "银行|銀行|账户|帳戶 转账|轉帳|转帳|轉賬|汇款|匯款|電匯|电汇",
  "汇款|匯款|电汇|電匯|支票|月结|月結|对公转账|公對公",
  "銀行振|振込|振替|後払|あと払い|請求書|掛け払い",
  "무통장|계좌이체|가상계좌|후불",
  "โอนเงิน|โอนผ่าน|เช็ค",
  // Slips that are paid at a bank, a shop or a kiosk
  "boleto|boletobancario|oxxo|multibanco|konbini|pagofacil|pago_facil|rapipago|efecty|baloto|" +
    "pagoefectivo|fawry|paysafecash|servipag",
]);

import { postpositional, prepositional } from "#lib/platforms/payment-names/at-the-door.ts";
import { phrases } from "#lib/platforms/payment-names/phrases.ts";
import { plainName } from "#lib/platforms/payment-names/plain.ts";

/** Other ways to say it. */
const names = phrases([
  "c_o_d|cashondelivery|payondelivery|cash_delivery|collect_on_delivery|doorstep_payment",
  "pay|cash the_courier|the_driver|the_rider|the_postman|courier|driver|rider",
  "ramburs|rambursul",
  "numerar|plata|cash|card curierului",
  "contre remboursement",
  "cash|especes livraison|livreur",
  "nachnahm*|*nachnahme",
  "rembours|remboursverzending",
  "contrareembolso|contrarreembolso|contraentrega|contraentregas|a_cobranca",
  "contra reembolso|rembolso|reembolsos",
  "pago|pagar|efectivo en_entrega|en_domicilio",
  "pagamento|dinheiro|cartao no_recebimento|no_levantamento|no_domicilio",
  "contrassegn*",
  "pobranie|pobraniem|pobraniow*",
  "platnosc|gotowka|gotowke|karta kurierowi",
  "dobirk*|dobierk*",
  "hotov*|platba|zaplatit kuryrovi|dopravci|kurierovi",
  "pouzec*|otkupnin*",
  "po povzetju",
  "placanje|gotovina|gotovinom|kes kuriru|dostavljacu",
  "поузећ*|откупнин*",
  "плаћање|готовина|готовином|кеш куриру",
  "utanvet*",
  "fizet*|keszpenz*|bankkarty*|karty* atvetelkor|kezbesiteskor|szallitaskor|kiszallitaskor|futarnal|futarnak",
  "atvetelkor|kezbesiteskor|szallitaskor|kiszallitaskor|futarnal|futarnak fizet*|keszpenz*|bankkarty*|karty*",
  "efterkrav*|postforskott*|oppkrav*|postoppkrav*|etterkrav*|postkraf*",
  "postiennakko*|bussiennakko*|jalkivaatim*|lunamaks*|pecmaksa|pecmaksu",
  "maksu|maksa|kateinen|kateis*|kateismaksu|korttimaksu toimituksen|toimituksessa|toimitettaessa|" +
    "noudettaessa|kuljettajalle",
  "tasumine|maksmine|makse|maksu|sularaha*|kaardimakse kattesaamisel|kohaletoimetamisel|kullerile|kulleril",
  "apmaksa|maksajums|samaksa|samaksat|skaidra|karti sanemot|sanemsanas|sanemsanu|piegades_bridi|" +
    "piegades_laika|kurjeram",
  "apmokejimas|mokejimas|moketi|atsiskaitymas|gryn*|kortele pristatymo_metu|atsiimant|atsiemimo_metu|" +
    "gavus|gaunant|kurjeriui",
  "αντικαταβολ*",
  "πληρωμη|μετρητα|μετρητοις|καρτα στην_παραδοση|στην_παραλαβη|στον_κουριερ|στην_πορτα|στον_χωρο|στο_χωρο",
  "kapida|kapidan|teslimatta|teslimde|teslim_aninda|teslimat_aninda|kuryeye nakit|odeme*|kart*|kredi|" +
    "tahsilat|ode|pos|havale",
  "nakit|odeme*|kart*|kredi|tahsilat kapida|kapidan|teslimatta|teslimde|teslim_aninda|teslimat_aninda|" +
    "kuryeye",
  "qapida|catdirilma*|catdirilanda|kuryere oden*|odem*|nagd|nagdi",
  "oden*|odem*|nagd|nagdi qapida|catdirilma*|catdirilanda|kuryere",
  "нақд|тўлов|тулов етказ*|курьерга|қабул",
  "етказ*|курьерга|қабул нақд|тўлов|тулов",
  "naqd|tolov|to_lov|tolash yetkaz*|kuryerga|qabul",
  "yetkaz*|kuryerga|qabul naqd|tolov|to_lov|tolash",
  "налож*|накладен*|накладн*|накладзен* плат*|плацеж*",
  "наложка|наложкой|наложкою|послеплат*|післяплат*|пасляплат*",
  "оплат*|наличн*|картой|деньги курьеру",
  "оплат*|сплат*|готівк*|карткою кур_єру|курєру|кур_єрові",
  "төле*|қолма|ақшалай алған*|жеткіз*|курьерге",
  "алған*|жеткіз*|курьерге төле*|қолма|ақшалай",
  "хүргэлт*|хүлээн бэлнээр|төл*|бэлэн",
  "thu_ho|giao_hang_thu_tien|thu_tien_tan_noi|thu_tien_tan_nha",
  "kaliwaan",
  "bayad|cash pagdating",
  "lipa|malipo|pesa unapopokea|ukipokea|unapoletewa|ukiletewa|mlangoni|kupokea",
  "دفع|نقد*|كاش|تحصيل|فيزا للمندوب|مندوب|للسائق",
  "كاش اون دليفري|ديليفري|دلفري",
  "پرداخت|وجه حضوري|پيك",
  "תשלום|מזומן|במזומן|אשראי לשליח|בקבלה|במסירה|באיסוף",
  "হাতে পেয়ে টাকা|মূল্য|পেমেন্ট|পরিশোধ",
  "გადახდა|ნაღდი|ნაღდით|ბარათით კურიერთან|კურიერს|ადგილზე|მიტანისას|მიღებისას|მიწოდებისას",
  "კურიერთან|კურიერს|ადგილზე|მიტანისას|მიღებისას|მიწოდებისას გადახდა|ნაღდი|ნაღდით|ბარათით",
  "կանխիկ|վճար* առաքման|առաքիչին|ստանալիս|տեղում",
  "առաքման|առաքիչին|ստանալիս|տեղում կանխիկ|վճար*",
  "货到|貨到|送达|送達|取货|取貨|收货|收貨|上门|上門 付款|付现|付現|现金|現金|刷卡|收款|支付",
  "代收货款|代收貨款|代金引|代引|着払|現金引",
  "착불|대금상환|대금교환|현장결제|만나서결제",
  "수령|배송|배달|도착 결제|현금|지불",
  "เก็บ|ชำระ|จ่าย|เงินสด ปลายทาง",
  "เก็บ|ชำระ|จ่าย|เงินสด เมื่อ|ตอน รับ",
  "ເກັບເງິນ|ຈ່າຍ|ຊຳລະ ປາຍທາງ",
  "បង់|ទូទាត់|ប្រាក់ ទទួល",
  "ရောက် ငွေချေ|ငွေပေး",
  "මුදල්|ගෙවී* භාරදීමේ*|ලැබෙන*|ලැබුණු*|බෙදාහැරීමේ*",
  "භාරදීමේ*|ලැබෙන*|ලැබුණු*|බෙදාහැරීමේ* මුදල්|ගෙවී*|ගෙවන්න*",
]);

const initials = phrases(["cod"]);
/** "Cod" is a code in Romanian and Italian. */
const isCode = phrases([
  "cod_de|cod_qr|cod_promo|cod_promotional|cod_voucher|cod_cadou|cod_unic|cod_pin|cod_sms|cod_fiscal|" +
    "cod_fiscale|cod_reducere",
]);

const atTheDoor = phrases([
  ...prepositional.flatMap(({ pay, at, door }) => [`${pay} ${at} ${door}`, `${at} ${door} ${pay}`]),
  ...postpositional.flatMap(({ pay, at, door }) => [`${pay} ${at} ${door}`, `${door} ${at} ${pay}`]),
]);

/** Where the name says when it is paid, and goes on to say how it is sent. */
const whenOrdering = phrases([
  "on_order|at_checkout|at_the_checkout|when_ordering|when_you_order|when_placing|la_comanda|la_checkout|a_la_commande|" +
    "bei_bestellung|bei_der_bestellung|an_der_kasse|bij_bestelling|al_pedir|al_ordenar|all_ordine|no_pedido|na_encomenda|" +
    "przy_zamowieniu|przy_skladaniu|pri_objednavce|pri_objednavke|pri_objednani|pri_narudzbi|при_заказе|при_оформлении|" +
    "на_сайте|на_сайті|при_замовленні|при_поръчка|na_sajtu|на_каса",
]);

/** "On delivery", and nothing else. */
const onlyTheDoor = phrases(prepositional.map(({ at, door }) => `${at} ${door}`));
const fewWords = 3;

/** Whether a payment method's name means that the buyer pays at the door, or where the parcel is handed over: in cash or by card. */
export function meansCashOnDelivery(name: string): boolean {
  if (names(name) || (initials(name) && !isCode(name))) return true;
  if (whenOrdering(name)) return false;
  return atTheDoor(name) || (plainName(name).split(" ").length <= fewWords && onlyTheDoor(name));
}

import { listed } from "#lib/platforms/payment-names/phrases.ts";
import { plainName } from "#lib/platforms/payment-names/plain.ts";

/** Who pays the seller at once and waits for the buyer's money in the seller's place; "Klarna: pay later" is paid to the seller. */
const financers = new Set(
  listed(`
    klarna kco afterpay clearpay affirm sezzle scalapay sequra aplazame oney ratepay billie splitit
    laybuy openpay tabby valu snapmint lazypay shopifyinstallments shoppayinstallments shoppay paypal
    ppcp ppec paypo twisto skippay cetelem cofidis younited tbibank tbi leanpay atome hoolah mintpay
    kueski aplazo sistecredito payflex payjustnow mobicred zestmoney simpl spotii cashew`),
);

/** Gateways that take the money before the parcel leaves, by their machine names and by what shops call them, blanks left out. */
const gateways = new Set(
  listed(`
    shopifypayments shopcash storecredit shopifystorecredit giftcard giftcards giftcardpw cardcadou
    woocommercepayments woopayments wcpay stripe braintree squareup squarecreditcard adyen mollie
    checkoutcom authorizenet authnet authorizenetaim authorizenetcim worldpay cybersource bluesnap nmi
    helcim elavon converge moneris bambora paytrace usaepay payeezy firstdata fiserv globalpayments
    heartland intuit quickbookspayments amazonpay amazonpayments amazonpaymentservices applepay
    googlepay gpay samsungpay cashapp cashapppay venmo paypal ppcp ppec paypalexpress payflow skrill
    neteller payoneer revolut revolutpay revolutcc wisepay paysafecard 2checkout 2co verifone
    twocheckout fastspring paddle lemonsqueezy coinbase coinbasecommerce bitpay btcpay coingate
    cryptocom nowpayments bogus bogusgateway netopia netopiapayments mobilpay euplatesc twispay librapay
    plationline btipay btpay ipaybt starbt btepos brdpay ingwebpay smart2pay payu paypoint vivawallet
    mypos sumup zettle everypay cardlink winbank borica epay epaybg dskpos icard barion simplepay
    otpsimple borgun teya saltpay valitor rapyd gopay comgate thepay gpwebpay csobpay besteron tatrapay
    cardpay trustpay 24pay sporopay vubeplatby przelewy24 p24 tpay dotpay imoje blik paynow autopay
    bluemedia cashbill hotpay espago easypaypl paylane corvuspay wspay monri payway aircash kekspay
    nestpay allsecure chipcard raiffeisenpay bankart halkpay casys ikhokha multisafepay buckaroo sisow
    icepay paynl payplug payzen lyra systempay paybox up2pay hipay monetico sogecommerce etransactions
    ogone ingenico worldline saferpay payrexx datatrans postfinance twint netaxept nexi xpay satispay
    gestpay axerve redsys bizum cecabank paycomet addonpayments monei eupago ifthenpay mbway easypay
    sibs payshop swish vipps mobilepay quickpay reepay frisbii onpay epaydk svea collector qliro
    paytrail checkoutfinland maksekeskus makecommerce montonio klix paysera neopay bancontact giropay
    sofort sofortueberweisung sofortuberweisung trustly payconiq yookassa yoomoney yandexkassa
    yandexmoney cloudpayments robokassa tinkoffpay sberpay unitpay paykeeper payanyway alfapay qiwi
    webmoney liqpay wayforpay fondy monobank monopay plationlinero portmone interkassa platon ipay
    easypayua bepaid webpayby kaspi kaspipay payme uzum paycom iyzico iyzipay paytr shopier weepay
    papara paynet garantipay garantibbva craftgate sipay bkmexpress paymob kashier paytabs hyperpay
    myfatoorah moyasar payfort telr knet benefitpay mada stcpay urway geidea thawani upayments hesabe
    edfapay opay tappayments gosell zaincash fastpay qicard efawateercom zarinpal zarrinpal idpay payir
    behpardakht zibal nextpay vandar jazzcash easypaisa safepay payfast kuickpay nayapay sadapay
    razorpay 1razorpay payuindia payubiz payumoney cashfree instamojo paytm phonepe ccavenue easebuzz
    billdesk juspay atompay upigateway bharatpe shiprocketcheckout mobikwik freecharge bkash nagad
    sslcommerz aamarpay shurjopay upay portwallet surjopay uddoktapay esewa khalti fonepay imepay
    connectips payhere webxpay midtrans xendit doku ovo shopeepay qris duitku tripay ipaymu linkaja
    billplz ipay88 senangpay toyyibpay molpay razermerchant fiuu grabpay tng touchngo fpx boostpay eghl
    revpay paydee curlec gcash paymaya paymongo dragonpay vnpay momo zalopay onepay payoo nganluong
    omise opn 2c2p promptpay truemoney gbprimepay hitpay reddot alipay alipayplus wechat wechatpay
    weixin unionpay ecpay newebpay linepay jkopay paypay rakutenpay komoju merpay amazonpayjp
    tosspayments kakaopay naverpay nicepay inicis kginicis portone iamport payco airwallex paystack
    flutterwave mpesa pesapal dpo yoco peachpayments ozow snapscan zapper paygate cinetpay paydunya
    kkiapay fedapay orangemoney mtnmomo airtelmoney moovmoney cmi payzone paymee konnect flouci
    clictopay satim edahabia chargily slickpay lenco monnify interswitch quickteller squadco remita
    hubtel mercadopago mercadopagocheckout pagseguro pagbank pagarme cielo erede getnet asaas iugu
    picpay wompi epayco payulatam placetopay placetopaycheckout culqi izipay niubiz visanet conekta
    kushki webpay transbank webpayplus flowcl khipu dlocal ebanx mobbex decidir todopago uala nuvei
    yappy paguelofacil`),
);

/** Cards and what else is paid with at the checkout; a name that is made of these and of harmless words alone is prepaid. */
const means = new Set(
  listed(`
    card cards cardul cardului carduri cc creditcard debitcard visa mastercard maestro amex discover
    diners jcb online prepaid upi netbanking wallet wallets pix square ideal eps tap zip humm mono link
    alma tamara dana maya click rocket stone clip toss rave koko addi nets carte cartes cb kreditkarte
    kreditkarten debitkarte girocard kreditkaart kaart pinpas tarjeta tarjetas cartao cartoes carta
    bancomat karta karty karte kartou kartica kartice karticom kartico karticno bankkartya bankkartyas
    kartya kartyas hitelkartya hitelkartyas kart kartla karti kortti korttimaksu kort kreditkort
    betalkort kortbetalning kortbetaling pankkikortti kaardimakse kortele kortelemis καρτα καρτας καρτες
    καρτων картой карта карты картами картка карткою карту карти картичка картицом картична بطاقه بطاقات
    فيزا ماستركارد مدى كارت אשראי כרטיס कार्ड কার্ড 信用卡 借记卡 クレジットカード カード 카드 신용카드 บัตรเครดิต`).map(
    plainName,
  ),
);

const harmless = new Set(
  listed(`
    pay payer paying payment payments paid with by via and or the your using through in of credit debit
    bank banking secure secured securely safe safely 3 d 3ds s gateway checkout express standard hosted
    direct major all any mc vpay electronic electron american club international now instant web
    internet method methods us local plata plati platesti cu prin sau si de pe bancar bancare bancara
    sigura securizata rapid rapida paiement payez par ou et bancaire bancaires bleue securise securisee
    en ligne zahlung bezahlen bezahlung mit per oder und sichere sicher kartenzahlung betalen betaling
    met pago pagos con o y credito debito linea seguro bancaria bancarias pagamento pagamenti com e
    segura multicaixa di online sicuro platnosc platnosci platba platnicza platnicze kredytowa debetowa
    lub i platebni platobna platobnou platebnou placanje platite placilo kreditna kreditnom debitna
    debitnom bancna bancno ili ali fizetes bankkartyas πληρωμη με πιστωτικη χρεωστικη πιστωτικης
    χρεωστικης η και ασφαλης kredi banka ile odeme guvenli veya ve kredit debet оплата оплатить оплаты
    банковской банковская онлайн через кредитной платеж платежи или и по банківською банківська або
    сплатити плащане с кредитна дебитна банкова плаћање платном платна الدفع دفع ب عبر الائتمان ائتمان
    ائتمانيه البنكيه بنكيه الكترونيا الالكتروني اونلاين او و پرداخت اينترنتي آنلاين درگاه بانكي با תשלום
    ב בכרטיס באשראי או מאובטח`).map(plainName),
);

/** Money that may have come another way, or not all of it. */
const doubtful = new Set(
  listed(`
    cash manual manually offline transfer account deposit partial partially advance acont avans acompte
    anticipo anticipado sinal entrada acconto caparra anzahlung zaloha zaliczka kapora предоплата аванс
    numerar efectivo especes contanti dinheiro bar bargeld barzahlung gotowka hotove hotovost gotovina
    gotovinom keszpenz nakit kontant наличные наличными готівка готівкою نقدا نقد كاش test`).map(plainName),
);

const longestGateway = 4;

export interface PrepaidSigns {
  /** Somebody else waits for the buyer's money in the seller's place. */
  isFinanced: boolean;
  isPrepaid: boolean;
}

/** What a payment method's name says of money that comes before the parcel leaves; in doubt it says nothing. */
export function prepaidSigns(name: string): PrepaidSigns {
  const words = plainName(name).split(" ");
  const rest: string[] = [];
  let isFinanced = false;
  let hasGateway = false;
  for (let at = 0; at < words.length; ) {
    const length = gatewayAt(words, at);
    if (length === 0) rest.push(words[at] ?? "");
    const found = words.slice(at, at + length).join("");
    isFinanced ||= financers.has(found);
    hasGateway ||= length > 0;
    at += Math.max(1, length);
  }
  if (rest.some((word) => doubtful.has(word))) return { isFinanced: false, isPrepaid: false };
  const isByMeans =
    rest.some((word) => means.has(word)) && rest.every((word) => means.has(word) || harmless.has(word));
  return { isFinanced, isPrepaid: hasGateway || isByMeans };
}

/** How many of the words from here on are a gateway's name, in one piece or in several; 0 for none. */
function gatewayAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longestGateway, words.length - at); length > 0; length -= 1) {
    const name = words.slice(at, at + length).join("");
    if (gateways.has(name) || financers.has(name)) return length;
  }
  return 0;
}

/** Paid at the door, in cash or by card. */
export const cashNames = `
  payondelivery · Qapıda ödəmə · Thu tiền tận nơi · কাশ অন ডেলিভারী · డెలివరీ సమయంలో చెల్లించండి · ಡೆಲಿವರಿ ಸಮಯದಲ್ಲಿ ನಗದು ·
  ഡെലിവറി സമയത്ത് പണം · ડિલિવરી વખતે રોકડ · டெலிவரி செய்யும் போது பணம் · භාණ්ඩ ලැබුණු පසු ගෙවීම · Төлем жеткізгенде ·
  Нақд пул етказиб берганда · Maksu kullerile ·
  Cash on Delivery (COD) · cash_on_delivery · cash-on-delivery · COD · COD, GoKwik · Pay on Delivery ·
  Ramburs · Ramburs la curier · Plată la livrare · PLATA LA LIVRARE (numerar) · Contrareembolso ·
  Contra reembolso · Pagamento na entrega · Paiement à la livraison · Utánvét · Płatność za pobraniem ·
  Pouzeće · Plaćanje pouzećem · Kapıda ödeme · Αντικαταβολή · Оплата при получении · الدفع عند الاستلام ·
  Thanh toán khi nhận hàng · Pagamento alla consegna · Paiement cash à la livraison · Kapıda Nakit Ödeme ·
  Kapıda Nakit · الدفع نقدا عند الاستلام · الدفع نقدًا عند التسليم · Plată numerar la livrare ·
  Numerar la curier · Pago en efectivo al recibir · Накладений платіж · Оплата при отриманні ·
  Плаћање поузећем · ক্যাশ অন ডেলিভারি · Barzahlung bei Lieferung · Card on delivery ·
  Paiement en espèces à la livraison · Plata ramburs la curier · Cash Payment on Delivery ·
  Payment in cash upon delivery · Pay with cash or card when your order arrives · Cash to courier ·
  Pay the courier · On delivery · La livrare · Plata la livrare / Pay on delivery ·
  Plată cu cardul la curier · Plata cu cardul la easybox · Plata comenzii la primirea coletului ·
  Płatność gotówką przy odbiorze · Płatność przy odbiorze · Za pobraniem (kurier) · Przesyłka pobraniowa ·
  Platba kartou při převzetí · V hotovosti při převzetí · Platba při doručení · Hotovosť kuriérovi ·
  Plaćanje gotovinom prilikom preuzimanja · Plaćanje prilikom isporuke · Plačilo po povzetju ·
  Plačilo ob prevzemu · Utánvétes fizetés · Készpénzes fizetés átvételkor · Fizetés a futárnál ·
  Αντικαταβολή (μετρητά) · Πληρωμή κατά την παράδοση · Kapıda Kredi Kartı ile Ödeme · Kapıdan ödeme ·
  Teslimatta ödeme · Наложенный платёж · Оплата наличными при получении · Оплата картой курьеру ·
  Оплата заказа при получении · Наличными курьеру · Плащане в брой при доставка · Наложен платеж ·
  Оплата при отриманні на пошті · Оплата готівкою кур'єру · Післяплата · Плаќање при достава ·
  الدفع عند الإستلام · الدفع كاش عند الاستلام · كاش عند التوصيل · الدفع للمندوب · والدفع عند باب المنزل ·
  پرداخت در محل · پرداخت نقدی هنگام تحویل · پرداخت درب منزل · کیش آن ڈیلیوری · ڈیلیوری پر ادائیگی ·
  תשלום במזומן בעת המסירה · מזומן לשליח · कैश ऑन डिलीवरी · डिलीवरी पर नकद भुगतान · ডেলিভারির সময় পেমেন্ট ·
  পণ্য হাতে পেয়ে মূল্য পরিশোধ · கேஷ் ஆன் டெலிவரி · క్యాష్ ఆన్ డెలివరీ · Thanh toán tiền mặt khi nhận hàng ·
  Thanh toán khi nhận hàng (COD) · Bayar di tempat (COD) · Bayar tunai saat barang diterima ·
  Bayar semasa penghantaran · เก็บเงินปลายทาง · ชำระเงินปลายทาง · 货到付款 · 貨到現金付款 · 超商取貨付款 · 代金引換 · 代引き · 착불 ·
  Contre remboursement · Paiement à la réception · Espèces à la livraison ·
  Règlement comptant à la livraison · Pago contra entrega · Pago contra reembolso ·
  Pagar al recibir el pedido · Efectivo contra entrega · Dinheiro na entrega · Pagamento à cobrança ·
  Pagamento no ato da entrega · Contrassegno · Pagamento in contanti alla consegna · Contanti al corriere ·
  Nachnahme · Per Nachnahme · Postnachnahme · Zahlung bei Abholung · Bar an der Haustür · Onder rembours ·
  Contant bij levering · Efterkrav · Postförskott · Betaling ved levering · Postiennakko ·
  Maksu toimituksen yhteydessä · Pagesë në dorëzim · Para në dorë · Apmaksa saņemot preci ·
  Apmokėjimas pristatymo metu · Tasumine kättesaamisel · კურიერთან ნაღდი გადახდა · გადახდა ადგილზე ·
  Կանխիկ առաքման պահին · Qapıda ödəniş · Dobírka · Dobierka · C.O.D. · cod_2 · wc_gateway_cod ·
  CashOnDelivery · Deposit now, balance on delivery · UPI on delivery
`
  .trim()
  .split(/\s*·\s*/);

/** Paid by transfer, cheque, on an invoice or on terms. */
export const laterNames = `
  bacs · cheque · Direct bank transfer · Transfer bancar · Plata prin ordin de plată · Ordin de plata ·
  Virement bancaire · Virement · Przelew · Przelew tradycyjny · Bank Deposit · Bank deposit · Net 30 ·
  Net terms · Invoice · Pay by invoice · Vorkasse · Vorkasse/Überweisung · Banküberweisung · Rechnung ·
  Kauf auf Rechnung · Check payments · Money Order · Transferencia bancaria · Depósito bancário ·
  Boleto bancário · Bonifico bancario · Bankovní převod · Bankovým prevodom · Átutalás · Banki átutalás ·
  Uplata na račun · Virmanom · Banka Havalesi / EFT · Банковский перевод · Банківський переказ ·
  Банков превод · Τραπεζική κατάθεση · تحويل بنكي · حوالة بنكية · کارت به کارت · העברה בנקאית ·
  Chuyển khoản ngân hàng · Transfer Bank BCA · โอนเงินผ่านธนาคาร · 银行转账 · 銀行振込 · Bankoverschrijving ·
  Op rekening · Bankoverføring · Faktura · Tilisiirto · mollie_wc_gateway_banktransfer · Multibanco · OXXO ·
  Уплата на рачун · Оплата по счёту · Безготівковий розрахунок · ব্যাংক ট্রান্সফার ·
  Payment due on receipt
`
  .trim()
  .split(/\s*·\s*/);

/** Paid before the parcel leaves. */
export const prepaidNames = `
  shopify_payments · paypal · ppcp-gateway · PayPal Express Checkout · stripe · stripe_cc · stripe_sepa ·
  Credit Card (Stripe) · Visa credit card · Card · Credit Card · Credit card / debit card ·
  Plată online cu cardul · Plata cu cardul · Plata cu cardul (Netopia) · Card bancar online ·
  netopiapayments · mobilPay · euPlatesc · twispay · PayU · razorpay ·
  Razorpay Secure (UPI, Cards, Wallets) · Klarna · klarna_payments_pay_later · Pay later with Klarna ·
  Klarna Rechnung · braintree_credit_card · mollie_wc_gateway_ideal · Authorize.net ·
  authorize_net_cim_credit_card · square_credit_card · Square · adyen · Apple Pay · Google Pay · gift_card ·
  Gift card · Store credit · Shop Pay · afterpay · woocommerce_payments · bogus · visa · Przelewy24 · P24 ·
  Carte bancaire · Kreditkarte · Tarjeta de crédito · Carta di credito · Bankkártyás fizetés · Kredi Kartı ·
  Оплата банковской картой · Банковская карта онлайн · Πιστωτική κάρτα · بطاقة ائتمان · بطاقة مدى ·
  כרטיס אשראי · iyzico · bKash · Mercado Pago · woo-mercado-pago-basic · Paytm · Online payment · Prepaid ·
  Prepaid (UPI/Cards) · 信用卡 · Cash App Pay · JazzCash
`
  .trim()
  .split(/\s*·\s*/);

/** Nothing, or two things at once. */
export const unclearNames = `
  manual · CODE pay · Scod · Cod QR · cash · Numerar · Efectivo · Delivery · Custom payment · Other ·
  Budget Allocation Payment · No COD · fără ramburs · Pay before delivery · Pay online, free delivery ·
  Kein Nachnahme · Plata in rate · Stripe deposit 20% · Stripe or cash · Livrare gratuita · Barcode ·
  Plata la comanda, livrare gratuita · Pay at checkout, delivery by courier ·
  Оплата на сайте, доставка курьером · Carte, livraison à domicile ·
  Tarjeta de crédito. Entrega a domicilio · Plată cu cardul. Livrare la domiciliu · Cash in advance ·
  Plik do pobrania · Remboursement · Reembolso · Manual payment · Local pickup · Click & Collect at locker ·
  Pagamento no cartão, entrega grátis · Codec Pay · discode · Plătesc numerar · Cod de reducere ·
  COD not available · Cash on delivery is unavailable · Card instead of COD · Card în loc de ramburs ·
  Carte (paiement à la livraison indisponible) · Statt Nachnahme · Картой, наложенный платеж недоступен
`
  .trim()
  .split(/\s*·\s*/);

/** The words of which statuses are made, by what they do to the meaning; in the languages whose shops name their own. Without accents. */
const lists = {
  cancelled:
    "cancelled canceled anulat anulata annulliert storniert annule annulee cancelado cancelada annullato annullata otkazano iptal",
  cancelling: "cancel cancels cancelling canceling cancellation cancelation cancelacion anulare",
  request:
    "request requests requested requesting req asked asks wants wish cerere solicitat solicitata solicitado demande",
  negation: "not no non un never without cannot cant nu fara nicht kein nao nie ne pas sin hasnt isnt",
  failed:
    "failed fail fails failure failing unsuccessful unsuccessfully attempt attempts attempted exception missed esuat esuata fallida fallido fallito fehlgeschlagen",
  refused: "refused refuse reject rejected declined denied refuzat refuzata rechazado rifiutato",
  notYet:
    "pre awaiting await awaits waiting wait waits ready schedule scheduled schedules scheduling pending will yet soon need needs needed require required requires requiring due planned planning prepare preparing prepared preparation expected expecting upcoming queue queued before hold pendiente bereit",
  undelivered:
    "undelivered undeliverable nondelivered nondelivery nedelivrat nelivrat nelivrata unzustellbar nedoruceno nedostavljeno",
  unshipped:
    "unshipped nonshipped undispatched nondispatched unfulfilled unsent unpacked unprocessed neexpediat neexpediata",
  delivering: "delivery deliver delivering deliveries livrare zustellung entrega livraison consegna",
  delivered:
    "delivered livrat livrata entregado entregada entregue geliefert zugestellt livre livree consegnato consegnata dostarczone dostarczono doruceno dostavljeno isporuceno",
  shipping:
    "ship shipping shipment shipments dispatch dispatching despatch pickup pick collect collection courier carrier expediere envio send sending fulfil fulfill fulfilment fulfillment",
  shipped:
    "shipped dispatched despatched sent fulfilled expediat expediata trimis trimisa enviado enviada versendet versandt verschickt expedie expediee envoye envoyee spedito spedita wyslane wyslano odeslano kargolandi dikirim",
  transit: "transit intransit enroute",
  returned:
    "return returned returns returning rto rts retur returnat returnata retour devuelto devuelta devolvido devolucion zwrot zwrocone vraceno reso iade",
  refunding: "refund refunds refunding",
  refunded: "refunded reembolsado rimborsato erstattet rembourse remboursee",
  partial: "partial partially partly part half",
  packing:
    "packing packed packaging packaged pack picking printed processing production producing manufacturing crafting assembling confirmed accepted approved procesare",
  paying: "payment payments pay paying paid deposit plata pago pagamento zahlung",
  asking: "confirmation confirm confirming approval approve verification verify call review",
  completed: "completed complete finalizat finalizata finalizado finalizada terminee abgeschlossen concluido",
} as const;

export type WordKind = keyof typeof lists;

const wordsOf = new Map<string, ReadonlySet<string>>(
  Object.entries(lists).map(([kind, list]) => [kind, new Set(list.split(" "))]),
);

/** Whether a word is of a kind. */
export function isOf(word: string, ...of: WordKind[]): boolean {
  return of.some((kind) => wordsOf.get(kind)?.has(word));
}

/** Whether a word can decide a meaning at all. */
export function isKnownWord(word: string): boolean {
  return [...wordsOf.values()].some((words) => words.has(word));
}

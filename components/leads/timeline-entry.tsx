import {
  ArrowRightLeft,
  Ban,
  BellOff,
  BookOpenCheck,
  CircleDot,
  CircleHelp,
  Combine,
  CreditCard,
  FileSearch,
  Files,
  Inbox,
  type LucideIcon,
  MapPin,
  Merge,
  PencilLine,
  PhoneCall,
  Redo2,
  RotateCcw,
  Send,
  ShieldCheck,
  Split,
  StickyNote,
  Tag,
  Trash2,
  Truck,
  Undo2,
  UserPen,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { TimelineMoment } from "#components/leads/timeline-moment.tsx";
import { TimelineSentence } from "#components/leads/timeline-sentence.tsx";
import { TrackingNumbers } from "#components/leads/tracking-numbers.tsx";
import type { LeadTimelineEntry } from "#lib/leads/timeline.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";

const icons: Record<LeadEventType, LucideIcon> = {
  arrived: Inbox,
  status_changed: CircleDot,
  order_edited: PencilLine,
  order_cancelled: Ban,
  order_deleted: Trash2,
  order_restored: RotateCcw,
  buyer_changed: UserPen,
  address_changed: MapPin,
  same_number: Files,
  read_again: BookOpenCheck,
  joined: Combine,
  cancel_requested: CircleHelp,
  delivery_failed: PhoneCall,
  refunded: Undo2,
  refund_changed: Undo2,
  refund_taken_back: Redo2,
  fulfilled: Truck,
  payment: CreditCard,
  alert_sent: Send,
  alert_failed: BellOff,
  note: StickyNote,
  customer_corrected: UserPen,
  store_value_accepted: UserPen,
  correction_kept: UserPen,
  tag_added: Tag,
  tag_removed: Tag,
  reassigned: ArrowRightLeft,
  customer_merged: Merge,
  customer_unmerged: Split,
  data_requested: FileSearch,
  redacted: ShieldCheck,
};

/** One thing that happened; a thread joins it to the one before. */
export function TimelineEntry({ event }: { event: LeadTimelineEntry }) {
  const Icon = icons[event.type];
  return (
    <li className="group relative grid grid-cols-[22px_minmax(0,1fr)_auto] gap-x-3 pb-4 text-sm last:pb-1">
      <span
        aria-hidden
        className="absolute top-[22px] bottom-0 start-[11px] w-px bg-border-control group-last:hidden"
      />
      <span className="flex size-[22px] items-center justify-center rounded-full border border-border-control bg-surface text-subheading">
        <Icon aria-hidden className="size-3" />
      </span>
      <div className="min-w-0 break-words pt-px">
        <TimelineSentence event={event} />
        <Attachment event={event} />
      </div>
      <TimelineMoment
        date={event.occurredAt}
        className="whitespace-nowrap pt-px text-subheading text-xs leading-5"
      />
    </li>
  );
}

/** What was written or sent along, such as a note's text or a parcel's number, and from where, unless in Astra itself. */
function Attachment({ event: { type, details } }: { event: LeadTimelineEntry }) {
  if (type === "note" && details.text) {
    return (
      <p className="mt-1.5 whitespace-pre-wrap rounded-lg bg-gray-tint px-3 py-2 text-body" dir="auto">
        {details.text}
      </p>
    );
  }
  if (details.via === "telegram") return <ByTelegram />;
  const { carrier, trackingNumber } = details;
  if (type !== "fulfilled" || !(carrier || trackingNumber)) return null;
  return (
    <p className="break-all font-mono text-subheading text-xs leading-5">
      {carrier}
      {carrier && trackingNumber && " · "}
      {trackingNumber && <TrackingNumbers numbers={[trackingNumber]} shippingMethod={carrier ?? null} />}
    </p>
  );
}

function ByTelegram() {
  const t = useTranslations("lead.timeline");
  return <p className="text-subheading text-xs leading-5">{t("byTelegram")}</p>;
}

import type { ReactNode } from "react";

export interface LeadLayoutProps {
  order: ReactNode;
  timeline: ReactNode;
  contact: ReactNode;
  others: ReactNode;
}

/** The order and its story at the left, the buyer at the right; in one column the buyer comes before the story. */
export function LeadLayout({ order, timeline, contact, others }: LeadLayoutProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_344px]">
      <div className="grid grid-cols-1 gap-4 max-lg:contents">
        <div className="grid grid-cols-1 max-lg:order-1">{order}</div>
        <div className="grid grid-cols-1 max-lg:order-3">{timeline}</div>
      </div>
      <div className="grid grid-cols-1 gap-4 max-lg:contents">
        <div className="grid grid-cols-1 gap-4 max-lg:order-2">{contact}</div>
        <div className="grid grid-cols-1 gap-4 max-lg:order-4">{others}</div>
      </div>
    </div>
  );
}

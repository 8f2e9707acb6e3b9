import { trackingOf } from "#lib/sales/carriers.ts";

export interface TrackingNumbersProps {
  numbers: string[];
  /** Its name may say who carries the parcels. */
  shippingMethod: string | null;
}

/** The numbers of an order's parcels, each with a way to where its carrier says how far it is. */
export function TrackingNumbers({ numbers, shippingMethod }: TrackingNumbersProps) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1">
      {numbers.map((number) => {
        const tracking = trackingOf(number, shippingMethod);
        if (!tracking) return <bdi key={number}>{number}</bdi>;
        return (
          <a
            key={number}
            href={tracking.address}
            title={tracking.carrier}
            target="_blank"
            rel="noopener noreferrer"
            className="rounded-sm text-brand-text hover:underline max-md:inline-flex max-md:min-h-8 max-md:items-center"
          >
            <bdi>{number}</bdi>
          </a>
        );
      })}
    </span>
  );
}

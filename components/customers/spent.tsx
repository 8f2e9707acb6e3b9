import { Money } from "#components/ui/money.tsx";

/** What was paid, each currency on its own line; unlike currencies are never added up. */
export function Spent({ spent }: { spent: Record<string, string> }) {
  const amounts = Object.entries(spent).sort(([one], [other]) => one.localeCompare(other));
  return amounts.map(([currency, amount]) => (
    <div key={currency} className="leading-[18px]">
      <Money amount={amount} currency={currency} />
    </div>
  ));
}

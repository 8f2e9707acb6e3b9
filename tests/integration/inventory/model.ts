/** What a test expects of one line, told as a person would: where its units are after all that happened to it, in order. */
export interface Line {
  quantity: number;
  cod: string;
  logistic: string;
  isTest: boolean;
  /** Units that left, came back, and what was said of them. */
  shipped: number;
  sellable: number;
  damaged: number;
}

export type Event =
  | { kind: "edit"; quantity: number }
  | { kind: "cod"; to: string }
  | { kind: "logistic"; to: string }
  /** A store told of the order: everything at once. */
  | { kind: "told"; quantity: number; cod: string; logistic: string }
  | { kind: "test"; isTest: boolean }
  | { kind: "answer"; sellable: number; damaged: number };

export const arrived = (quantity: number): Line => ({
  quantity,
  cod: "pending",
  logistic: "pending",
  isTest: false,
  shipped: 0,
  sellable: 0,
  damaged: 0,
});

/** The line after an event. An answer beyond what there is to check is refused, and changes nothing. */
export function after(line: Line, event: Event): Line {
  switch (event.kind) {
    case "edit":
      return settled({ ...line, quantity: event.quantity });
    case "cod":
      return settled({ ...line, cod: event.to });
    case "logistic":
      return settled({ ...line, logistic: event.to });
    case "told":
      return settled({ ...line, quantity: event.quantity, cod: event.cod, logistic: event.logistic });
    case "test":
      return settled({ ...line, isTest: event.isTest });
    case "answer": {
      const said = event.sellable + event.damaged;
      if (said === 0 || said > toCheck(line)) return line;
      return { ...line, sellable: line.sellable + event.sellable, damaged: line.damaged + event.damaged };
    }
  }
}

function settled(line: Line): Line {
  const shipped = hasLeft(line) ? Math.max(line.quantity, line.shipped) : 0;
  const back = cameBack({ ...line, shipped });
  const sellable = Math.min(line.sellable, back);
  return { ...line, shipped, sellable, damaged: Math.min(line.damaged, back - sellable) };
}

function hasLeft({ isTest, cod, logistic }: Line): boolean {
  return (
    !isTest && (cod === "refused" || ["shipped", "in_transit", "delivered", "returned"].includes(logistic))
  );
}

function cameBack(line: Line): number {
  if (!hasLeft(line)) return 0;
  const isBack = line.cod === "refused" || line.logistic === "returned";
  return isBack ? line.shipped : line.shipped - line.quantity;
}

export function toCheck(line: Line): number {
  return cameBack(line) - line.sellable - line.damaged;
}

/** What the line holds for its buyer, and by how much it changed what is on the shelf. */
export function effect(line: Line): { reserved: number; stock: number } {
  const isOff =
    line.isTest || line.logistic === "cancelled" || ["rejected", "fake", "duplicate"].includes(line.cod);
  return { reserved: isOff || hasLeft(line) ? 0 : line.quantity, stock: line.sellable - line.shipped };
}

/** Leads, or their ids, in parts of so many as one request may change. */
export function inParts<Lead>(leads: readonly Lead[], size: number): Lead[][] {
  return Array.from({ length: Math.ceil(leads.length / size) }, (_, part) =>
    leads.slice(part * size, (part + 1) * size),
  );
}

const quote = 0x22;
const lineFeed = 0x0a;

/** Counts the records of a CSV file as its bytes come in, in whatever pieces; a line break inside quotes ends none. */
export function recordCounter(): (bytes: Uint8Array) => number {
  let records = 0;
  let isQuoted = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineFeed && !isQuoted) records += 1;
    }
    return records;
  };
}

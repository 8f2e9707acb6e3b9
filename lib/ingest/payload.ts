import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

/** The largest body that is taken at all. Bytes. */
export const largestBody = 5 * 1024 * 1024;

const largeFrom = 512 * 1024;
/** So many values take as long to read as half a megabyte of text. */
const manyValues = 10_000;

/**
 * Whether working a body in would keep a process from all else for longer than others should wait. Numbers and commas cost most for
 * their bytes, so values are counted, too.
 */
export function isLarge(body: Uint8Array): boolean {
  if (body.byteLength > largeFrom) return true;
  let values = 0;
  for (const byte of body) {
    if (byte === comma) values += 1;
    if (values > manyValues) return true;
  }
  return false;
}

const comma = ",".charCodeAt(0);

/** A payload as it is kept: as it came ("identity") or compressed ("br"); an empty one was dropped. */
export interface KeptPayload {
  payload: Uint8Array;
  payloadEncoding: string;
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Compresses a body to be kept. Off the event loop; the quickest quality takes a sixth of the best's time, for a fifth more bytes. */
export async function packPayload(body: Uint8Array): Promise<KeptPayload> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY + 1 };
  // In pieces of the usual 16 kB, what can't be compressed would come back to the event loop hundreds of times.
  const chunkSize = Math.min(body.byteLength + 1_024, 1024 * 1024);
  return { payload: await compress(body, { chunkSize, params }), payloadEncoding: "br" };
}

/** The bytes that came. */
export async function unpackPayload({ payload, payloadEncoding }: KeptPayload): Promise<Uint8Array> {
  if (payload.byteLength === 0 || payloadEncoding === "identity") return payload;
  return decompress(payload, { maxOutputLength: largestBody });
}

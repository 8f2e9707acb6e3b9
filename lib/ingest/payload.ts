import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";

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
  if (body.byteLength <= manyValues) return false;
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

/** Off the event loop it takes three times as long as on it, which nobody notices. Bytes. */
const smallBody = 32 * 1024;
const largestWindow = 22;

/** Compresses a body to be kept. The quickest quality takes a sixth of the best's time, for a fifth more bytes. */
export async function packPayload(body: Uint8Array): Promise<KeptPayload> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY + 1,
    // A window that is no larger than the body is not the slower to make ready.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(
      largestWindow,
      Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(body.byteLength + 1))),
    ),
  };
  // In pieces of the usual 16 kB, what can't be compressed would come back to the event loop hundreds of times.
  const chunkSize = Math.min(body.byteLength + 1_024, 1024 * 1024);
  const isSmall = body.byteLength <= smallBody;
  const payload = isSmall
    ? brotliCompressSync(body, { params })
    : await compress(body, { chunkSize, params });
  return { payload, payloadEncoding: "br" };
}

/** The bytes that came. */
export async function unpackPayload({ payload, payloadEncoding }: KeptPayload): Promise<Uint8Array> {
  if (payload.byteLength === 0 || payloadEncoding === "identity") return payload;
  return decompress(payload, { maxOutputLength: largestBody });
}

/** How a body is read. */
export interface BodyReader {
  /** Bytes; reading stops beyond. */
  limit: number;
  /** How long the whole of it may take. */
  milliseconds: number;
  /** Hears each chunk as it comes; false: it comes at a bad time, and reading stops. The rest waits until it has answered. */
  onChunk?: (chunk: Uint8Array, size: number) => boolean | Promise<boolean>;
  /** Whether the bytes are kept; else they are only heard. */
  keeps?: boolean;
}

/** The bytes of a body, or why it was not read to its end; of one that is broken off nobody hears the answer. */
export type BodyReading = Buffer | "too_large" | "too_slow" | "broken_off" | "refused";

/** Reads a body as the bytes that come. */
export async function readBody(request: Request, reader: BodyReader): Promise<BodyReading> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > reader.limit) return "too_large";
  if (!request.body) return Buffer.alloc(0);
  const stream = request.body.getReader();
  const deadline = { isOver: false };
  const timer = setTimeout(() => {
    deadline.isOver = true;
    // A stream that is given up ends the read that waits for it.
    void stream.cancel();
  }, reader.milliseconds);
  const reading = await readChunks(stream, { ...reader, announced }, deadline).finally(() =>
    clearTimeout(timer),
  );
  // A body that was refused for now ends by itself, and whoever sends it hears the answer; the others may never end.
  if (reading === "too_large" || reading === "too_slow") await stream.cancel();
  return reading;
}

async function readChunks(
  stream: ReadableStreamDefaultReader<Uint8Array>,
  { limit, announced, onChunk = () => true, keeps = true }: BodyReader & { announced: number },
  deadline: { isOver: boolean },
): Promise<BodyReading> {
  const body = new GrowingBody(announced || limit);
  let size = 0;
  for (;;) {
    const next = await stream.read().catch(() => null);
    if (deadline.isOver) return "too_slow";
    if (next === null) return "broken_off";
    const { done, value } = next;
    if (done) return body.bytes();
    size += value.byteLength;
    if (size > limit) return "too_large";
    if (!(await onChunk(value, size))) return "refused";
    if (keeps) body.add(value);
  }
}

const smallest = 64 * 1024;

/**
 * Bytes that are put behind each other as they come: the chunks of a large body, kept until its end, would take its memory twice. As long as
 * is expected at most, but for a long body only once much of it is there: who announces much need not send it.
 */
class GrowingBody {
  readonly #expected: number;
  #kept: Buffer = Buffer.alloc(0);
  #size = 0;

  constructor(expected: number) {
    this.#expected = expected;
  }

  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.byteLength;
    if (size > this.#kept.byteLength) this.#grow(size);
    this.#kept.set(chunk, this.#size);
    this.#size = size;
  }

  bytes(): Buffer {
    return this.#kept.subarray(0, this.#size);
  }

  #grow(size: number): void {
    const length = Math.min(this.#expected, Math.max(smallest, size * 4));
    const grown = Buffer.allocUnsafeSlow(Math.max(size, length));
    this.#kept.copy(grown, 0, 0, this.#size);
    this.#kept = grown;
  }
}

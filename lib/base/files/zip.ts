import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";

/** A file in a ZIP archive, as the archive's directory says. */
interface ZipEntry {
  /** Packed as it is (0) or deflated (8). */
  method: number;
  /** Where its own header begins. */
  place: number;
  packed: number;
}

/** Why an archive can't be read. */
export class ZipError extends Error {
  override name = "ZipError";
  readonly fault: "broken" | "tooLarge";

  constructor(fault: "broken" | "tooLarge") {
    super(`The archive is ${fault}.`);
    this.fault = fault;
  }
}

const mostEntries = 1_000;
const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const headerSignature = 0x04034b50;
/** The record at the end is 22 bytes, and at most a comment longer. */
const endSize = 22;
const longestComment = 0xffff;

/**
 * A ZIP archive in memory. Its files are unpacked as they are read, and counted as they come: what an archive says of their sizes is
 * believed nowhere, and all of them together may come to no more than a budget.
 */
export class ZipArchive {
  readonly #data: Buffer;
  readonly #entries: Map<string, ZipEntry>;
  /** How many bytes may still be unpacked. */
  #left: number;

  /**
   * @param mostUnpacked bytes
   * @throws ZipError when it is none, or has too many files
   */
  constructor(data: Uint8Array, mostUnpacked: number) {
    this.#data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    this.#entries = readDirectory(this.#data);
    this.#left = mostUnpacked;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The text of a file, piece by piece, in UTF-8.
   *
   * @throws ZipError when there is no such file, it is broken, or the budget is used up
   */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const chunk of this.#unpacked(name)) {
      this.#left -= chunk.byteLength;
      if (this.#left < 0) throw new ZipError("tooLarge");
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }

  #unpacked(name: string): AsyncIterable<Uint8Array> {
    const entry = this.#entries.get(name);
    if (!entry) throw new ZipError("broken");
    const packed = packedBytes(this.#data, entry);
    const pieces = Readable.from([packed]);
    if (entry.method === 0) return pieces;
    if (entry.method !== 8) throw new ZipError("broken");
    return whileWhole(pieces.pipe(createInflateRaw()));
  }
}

/** What zlib finds wrong is what is wrong with the archive. */
async function* whileWhole(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new ZipError("broken");
    throw error;
  }
}

/** PKWARE's APPNOTE 4.3: the directory stands at the end, and its record behind it. Archives over 4 GB say so elsewhere, and are none here. */
function readDirectory(data: Buffer): Map<string, ZipEntry> {
  const end = findEnd(data);
  const count = data.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipError("tooLarge");
  const entries = new Map<string, ZipEntry>();
  let place = data.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (place + 46 > end || data.readUInt32LE(place) !== directorySignature) throw new ZipError("broken");
    const [nameLength, moreLength, commentLength] = [28, 30, 32].map((at) => data.readUInt16LE(place + at));
    const nameEnd = place + 46 + (nameLength ?? 0);
    entries.set(data.toString("utf8", place + 46, nameEnd), {
      method: data.readUInt16LE(place + 10),
      packed: data.readUInt32LE(place + 20),
      place: data.readUInt32LE(place + 42),
    });
    place = nameEnd + (moreLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

function findEnd(data: Buffer): number {
  const last = data.length - endSize;
  for (let place = last; place >= Math.max(0, last - longestComment); place--) {
    if (data.readUInt32LE(place) === endSignature) return place;
  }
  throw new ZipError("broken");
}

function packedBytes(data: Buffer, { place, packed }: ZipEntry): Buffer {
  if (place + 30 > data.length || data.readUInt32LE(place) !== headerSignature) throw new ZipError("broken");
  const begin = place + 30 + data.readUInt16LE(place + 26) + data.readUInt16LE(place + 28);
  if (begin + packed > data.length) throw new ZipError("broken");
  return data.subarray(begin, begin + packed);
}

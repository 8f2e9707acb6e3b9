/** The kinds of pictures that are taken, each with its extension. */
export const pictureTypes = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" } as const;
export type PictureKind = keyof typeof pictureTypes;

/** What a picture's own bytes say of it. */
export interface Picture {
  kind: PictureKind;
  width: number;
  height: number;
}

/**
 * Reads what kind of picture bytes are, and how large it becomes, from its headers alone: nothing is unpacked, whatever is in it.
 *
 * @returns null when they are no PNG, JPEG or WebP, or break off before they say how large it is
 */
export function readPicture(bytes: Uint8Array): Picture | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = readPng(data) ?? readJpeg(data) ?? readWebp(data);
  return picture && picture.width > 0 && picture.height > 0 ? picture : null;
}

const pngSignature = Buffer.from("89504e470d0a1a0a", "hex");
/** The chunk that ends each PNG: what is behind it is none. */
const pngEnd = Buffer.from("0000000049454e44ae426082", "hex");

/** https://www.w3.org/TR/png-3: the signature, then a header of 13 bytes that comes first. */
function readPng(data: Buffer): Picture | null {
  if (data.length < 45 || !data.subarray(0, 8).equals(pngSignature)) return null;
  if (data.readUInt32BE(8) !== 13 || data.toString("latin1", 12, 16) !== "IHDR") return null;
  if (!data.subarray(-12).equals(pngEnd)) return null;
  return { kind: "png", width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
}

/** Markers of ITU T.81 that begin a frame: all of C0 to CF but for tables (C4, CC) and a reserved one (C8). */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Goes from segment to segment, as far as the first frame. */
function readJpeg(data: Buffer): Picture | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  let place = 2;
  while (place + 9 <= data.length) {
    const marker = data[place + 1] ?? 0;
    if (data[place] !== 0xff) return null;
    // A marker may be filled up with FF; D8 and the like stand alone and have no business before the frame.
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (beginsFrame(marker))
      return { kind: "jpg", height: data.readUInt16BE(place + 5), width: data.readUInt16BE(place + 7) };
    const length = data.readUInt16BE(place + 2);
    if (length < 2 || (marker >= 0xd0 && marker <= 0xda)) return null;
    place += 2 + length;
  }
  return null;
}

/** RFC 9649: a RIFF of one of three beginnings. */
function readWebp(data: Buffer): Picture | null {
  if (
    data.length < 30 ||
    data.toString("latin1", 0, 4) !== "RIFF" ||
    data.toString("latin1", 8, 12) !== "WEBP"
  )
    return null;
  // The size says how much follows; a filling byte may come after it.
  const size = data.readUInt32LE(4) + 8;
  if (size !== data.length && size + 1 !== data.length) return null;
  switch (data.toString("latin1", 12, 16)) {
    case "VP8 ":
      if (data.readUIntBE(23, 3) !== 0x9d012a) return null;
      return { kind: "webp", width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      if (data[20] !== 0x2f) return null;
      const sizes = data.readUInt32LE(21);
      return { kind: "webp", width: (sizes & 0x3fff) + 1, height: ((sizes >> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { kind: "webp", width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

import { SaxesParser } from "saxes";

export type XmlAttributes = Record<string, string | undefined>;

/** Hears what stands in XML, by names without their prefix. */
export interface XmlReader {
  open(name: string, attributes: XmlAttributes): void;
  text?(piece: string): void;
  close?(name: string): void;
}

/**
 * Reads XML as it comes, in order. Entities that a document declares itself are not known, so that none can be unfolded, and nothing is fetched.
 *
 * @throws Error with its place ("3:14: …") when it is no XML
 */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]);
    reader.open(withoutPrefix(name), Object.fromEntries(plain));
  });
  parser.on("text", (piece) => reader.text?.(piece));
  parser.on("cdata", (piece) => reader.text?.(piece));
  parser.on("closetag", ({ name }) => reader.close?.(withoutPrefix(name)));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

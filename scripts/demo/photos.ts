import { crc32, deflateSync } from "node:zlib";
import { forSystem } from "#lib/base/db/access.ts";
import { files } from "#lib/base/files/files.ts";
import { newFileKey } from "#lib/base/files/key.ts";
import { pictureTypes } from "#lib/base/files/picture.ts";

type Colour = readonly [number, number, number];

/** A box with round corners, or with corners so round that it is a circle. */
interface Shape {
  /** Its middle, half its width and half its height, the radius of its corners: in hundredths of the picture. */
  at: readonly [x: number, y: number, width: number, height: number, round: number];
  colour: Colour;
}

const ink: Colour = [44, 54, 62];
const steel: Colour = [142, 155, 166];
const white: Colour = [250, 250, 248];
const rose: Colour = [224, 138, 158];
const sand: Colour = [226, 205, 178];
const sun: Colour = [250, 214, 124];
const sea: Colour = [78, 142, 160];
const clay: Colour = [188, 112, 82];

const watch = (colour: Colour): Shape[] => [
  { at: [50, 50, 11, 38, 8], colour },
  { at: [50, 50, 21, 21, 9], colour: ink },
  { at: [50, 50, 16, 16, 6], colour: [24, 30, 36] },
  { at: [46, 48, 8, 2, 2], colour: white },
  { at: [43, 55, 5, 2, 2], colour: sun },
];

/** What some of the demo's products look like, drawn with a few boxes. */
const drawings: Record<string, { ground: Colour; shapes: Shape[] }> = {
  "ARIA-BLK-44": { ground: [232, 236, 239], shapes: watch([58, 68, 76]) },
  "ARIA-PNK-40": { ground: [250, 236, 238], shapes: watch(rose) },
  "LMP-SNS-02": {
    ground: [252, 246, 232],
    shapes: [
      { at: [50, 84, 20, 4, 4], colour: ink },
      { at: [50, 62, 2.5, 22, 2], colour: steel },
      { at: [50, 34, 25, 17, 14], colour: sun },
      { at: [50, 52, 17, 2, 2], colour: white },
    ],
  },
  "BOL-CER-3": {
    ground: [243, 238, 232],
    shapes: [
      { at: [50, 72, 34, 13, 13], colour: clay },
      { at: [50, 55, 28, 11, 11], colour: sand },
      { at: [50, 41, 22, 9, 9], colour: sea },
    ],
  },
  "PRN-ORT-50": {
    ground: [234, 240, 244],
    shapes: [
      { at: [50, 54, 38, 22, 16], colour: white },
      { at: [50, 58, 25, 6, 6], colour: [222, 230, 236] },
    ],
  },
  "BTL-TRM-75": {
    ground: [232, 242, 244],
    shapes: [
      { at: [50, 58, 13, 32, 8], colour: sea },
      { at: [50, 20, 9, 8, 3], colour: ink },
      { at: [50, 30, 13, 2, 1], colour: steel },
    ],
  },
};

const side = 240;

/** Gives products of the demo that have a drawing a photo, unless they have one. */
export async function addPhotos(workspaceId: string): Promise<void> {
  const bare = await forSystem((tx) =>
    tx.product.findMany({
      where: { workspaceId, photo: null, sku: { in: Object.keys(drawings) } },
      select: { id: true, sku: true },
    }),
  );
  for (const { id, sku } of bare) {
    const drawing = drawings[sku];
    if (!drawing) continue;
    const photo = newFileKey(workspaceId, "png");
    await files().put(photo, draw(drawing.ground, drawing.shapes), pictureTypes.png);
    await forSystem((tx) => tx.product.update({ where: { id }, data: { photo } }));
  }
}

/** A PNG of shapes on a ground. */
function draw(ground: Colour, shapes: Shape[]): Uint8Array {
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let colour = ground;
      for (const shape of shapes) colour = mixed(colour, shape.colour, coverage(shape, x, y));
      rows.set(colour.map(Math.round), y * (1 + side * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** How much of a pixel a shape covers, from 0 to 1: its edges are a pixel wide. */
function coverage({ at }: Shape, x: number, y: number): number {
  const [middleX, middleY, width, height, round] = at.map((hundredths) => (hundredths / 100) * side) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [outX, outY] = [Math.abs(x - middleX) - width + round, Math.abs(y - middleY) - height + round];
  const distance =
    Math.hypot(Math.max(outX, 0), Math.max(outY, 0)) + Math.min(Math.max(outX, outY), 0) - round;
  return Math.max(0, Math.min(1, 0.5 - distance));
}

function mixed(below: Colour, above: Colour, share: number): Colour {
  return [0, 1, 2].map(
    (part) => (below[part] ?? 0) * (1 - share) + (above[part] ?? 0) * share,
  ) as unknown as Colour;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

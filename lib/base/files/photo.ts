import { type Picture, readPicture } from "#lib/base/files/picture.ts";

/** A picture of so many pixels takes 200 MB when somebody's browser unpacks it; no camera makes larger ones. */
const mostPixels = 50_000_000;

/** What is wrong with bytes that should be a photo: a key of the namespace "errors". */
export type PhotoFault = "photoUnreadable" | "photoTooManyPixels";

/** The picture that bytes are, if people can be shown it, else what is wrong with it. */
export function readPhoto(bytes: Uint8Array): Picture | PhotoFault {
  const picture = readPicture(bytes);
  if (!picture) return "photoUnreadable";
  return picture.width * picture.height > mostPixels ? "photoTooManyPixels" : picture;
}

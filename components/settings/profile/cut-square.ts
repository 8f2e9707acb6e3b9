/** The largest that Astra shows somebody is 80 px, on screens of up to three times as many dots. */
const side = 256;

/**
 * Cuts the middle square of a picture out and draws it anew, as small as Astra shows it: what is drawn does not say where it was taken.
 *
 * @throws Error when the browser can't read it
 */
export async function cutSquare(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const cut = Math.min(picture.width, picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  canvas
    .getContext("2d")
    ?.drawImage(picture, (picture.width - cut) / 2, (picture.height - cut) / 2, cut, cut, 0, 0, side, side);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.85));
  if (!drawn) throw new Error("The picture could not be drawn.");
  return drawn;
}

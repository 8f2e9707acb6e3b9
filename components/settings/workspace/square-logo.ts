const side = 256;

/**
 * Draws a picture anew as a square, in the middle of it and as small as Astra shows it; what is drawn says nothing of where it was taken.
 *
 * @throws Error when the browser can't read it
 */
export async function squareLogo(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = side / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  canvas.getContext("2d")?.drawImage(picture, (side - width) / 2, (side - height) / 2, width, height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!drawn) throw new Error("The picture could not be drawn.");
  return drawn;
}

const longestSide = 800;

/**
 * Draws a picture anew, as small as Astra shows it: a photo of a phone has 5 MB and says where it was taken, what is drawn has neither.
 *
 * @throws Error when the browser can't read it
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/webp", 0.85));
  if (!drawn) throw new Error("The picture could not be drawn.");
  return drawn;
}

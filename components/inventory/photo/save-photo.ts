/** What a form says of a photo: another one, none any more (null), or nothing. */
export type PhotoChange = Blob | null | undefined;

/**
 * Keeps what a form says of the photo of a product.
 *
 * @returns why it was refused, or null when all is well
 */
export async function savePhoto(
  productId: string,
  change: PhotoChange,
  unreachable: string,
): Promise<string | null> {
  if (change === undefined) return null;
  try {
    const response = await fetch(`/api/inventory/photo?product=${productId}`, {
      ...(change
        ? { method: "PUT", body: change, headers: { "Content-Type": "application/octet-stream" } }
        : { method: "DELETE" }),
    });
    if (response.ok) return null;
    const { detail } = (await response.json()) as { detail?: string };
    return detail ?? unreachable;
  } catch {
    // Offline, or the connection broke.
    return unreachable;
  }
}

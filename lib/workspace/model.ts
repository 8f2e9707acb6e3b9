/** Where the logo of the own workspace is: kept by browsers until another one comes, which has another address. */
export function logoAddress(key: string): string {
  return `/api/workspace/logo?version=${key.slice(key.indexOf("/") + 1)}`;
}

/** Where files are kept that people send: nothing in it has an address of its own, whoever may have one gets it through Astra. */
export interface FilePlace {
  /** Keeps a file under a key that nothing has yet. */
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** The bytes of a file; null when there is none. */
  read(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removes a file; one that is gone already is no error. */
  remove(key: string): Promise<void>;
}

/** What settings have to know of a platform, so that no form asks which one it is. */
export interface PlatformFacts {
  /** The topics to register, in the platform's own names. */
  topics: readonly string[];
  /** What it sends without being asked to. */
  unaskedTopics: readonly string[];
  /** What to do on the platform so that orders arrive, by the keys of the messages that say it. */
  steps: readonly string[];
  /** The domain of a shop of the platform, by an address that only its shops have; else null. */
  shopDomain(address: string): string | null;
  /** Whether its shops may have domains of their own; else each has one of the platform's. */
  hasOwnDomains: boolean;
  /** Whose the secret is that signs: one that the platform tells, or one that its owner makes up. */
  secretIs: "told" | "made up";
  /** What the platform would change of a secret; null when it stays as typed. */
  secretFault(secret: string): SecretFault | null;
  /** After how many failures in a row it sends nothing more until a person switches it on again; null: it goes on. */
  givesUpAfter: number | null;
  /** Where the shop's own admin shows an order, by the shop's domain and its id of the order. */
  orderPage(domain: string, externalOrderId: string): string;
  /** Whether the webhook address has to name the store, because not all that is sent there does. */
  isNamedInAddress: boolean;
}

/** Why a secret would not sign what it is thought to. */
export type SecretFault = "secretHasTags" | "secretHasTriples" | "secretHasBlanks" | "secretHasEntities";

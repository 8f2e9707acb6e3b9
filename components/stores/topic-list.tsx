import { type Messages, useTranslations } from "next-intl";
import { platformFacts } from "#lib/platforms/facts.ts";
import type { StoreType } from "#lib/stores/model.ts";

type TopicName = keyof Messages["stores"]["topics"];

/** The topics to register, as the platform's admin lists them and as its API calls them. */
export function TopicList({ type }: { type: StoreType }) {
  const t = useTranslations("stores.topics");
  return (
    <ul className="grid gap-x-8 rounded-lg border px-3 py-1.5 md:grid-cols-2">
      {platformFacts[type].topics.map((topic) => (
        <li key={topic} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1">
          <span className="text-heading">{t(messageKey(topic))}</span>
          <code className="font-mono text-subheading text-xs">{topic}</code>
        </li>
      ))}
    </ul>
  );
}

/** In a message's key a dot would mean a step down. */
function messageKey(topic: string): TopicName {
  return topic.replace(/[./]/g, "_") as TopicName;
}

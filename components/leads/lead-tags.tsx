import { useFormatter } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import type { Tone } from "#components/ui/status-pill.tsx";

export interface LeadTag {
  id: string;
  name: string;
  /** One of the tones; the database holds no other. */
  color: string;
}

/** The first `limit` tags on one line, and how many more there are. */
export function FirstTags({ tags, limit }: { tags: LeadTag[]; limit: number }) {
  const format = useFormatter();
  const hidden = tags.slice(limit);
  return (
    <span className="inline-flex max-w-full items-center gap-1 align-middle">
      {tags.slice(0, limit).map((tag) => (
        <TagBadge key={tag.id} tag={tag} />
      ))}
      {hidden.length > 0 && (
        <span
          className="shrink-0 text-subheading text-xs tabular-nums"
          title={format.list(
            hidden.map((tag) => tag.name),
            { style: "narrow" },
          )}
        >
          +{hidden.length}
        </span>
      )}
    </span>
  );
}

function TagBadge({ tag }: { tag: LeadTag }) {
  return (
    <Badge tone={tag.color as Tone} className="min-w-0 max-w-full">
      <span className="truncate" title={tag.name}>
        {tag.name}
      </span>
    </Badge>
  );
}

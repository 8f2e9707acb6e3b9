import { useTranslations } from "next-intl";
import { type LeadTag, LeadTags } from "#components/leads/lead-tags.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";

export function TagsCard({ tags }: { tags: LeadTag[] }) {
  const t = useTranslations("lead");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("tags")}</CardTitle>
      </CardHeader>
      <CardContent className="text-sm text-subheading">
        {tags.length > 0 ? <LeadTags tags={tags} /> : t("noTags")}
      </CardContent>
    </Card>
  );
}

export function SellerCard({ seller }: { seller: { id: string; name: string | null } }) {
  const t = useTranslations("lead");
  const name = seller.name ?? t("formerMember");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("handledBy")}</CardTitle>
      </CardHeader>
      <CardContent className="flex items-center gap-2.5 text-heading text-sm">
        <Avatar decorative id={seller.id} name={name} />
        <span className="min-w-0 break-words">{name}</span>
      </CardContent>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { Reassign } from "#components/leads/detail/reassign.tsx";
import type { Seller } from "#components/leads/detail/reassign-form.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";

export interface SellerCardProps {
  leadId: string;
  seller: { id: string; name: string | null };
  /** Whom the lead may be handed to; null for those who may not hand it on. */
  sellers: Seller[] | null;
}

export function SellerCard({ leadId, seller, sellers }: SellerCardProps) {
  const t = useTranslations("lead");
  const name = seller.name ?? t("formerMember");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("handledBy")}</CardTitle>
      </CardHeader>
      <CardContent className="flex items-center gap-2.5 text-heading text-sm">
        <Avatar decorative id={seller.id} name={name} />
        <span className="min-w-0 flex-1 break-words">{name}</span>
        {sellers && <Reassign leadId={leadId} sellerId={seller.id} sellers={sellers} />}
      </CardContent>
    </Card>
  );
}

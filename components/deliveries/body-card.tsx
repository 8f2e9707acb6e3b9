import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import type { ShownBody } from "#lib/deliveries/body.ts";
import type { DeliveryDetail } from "#lib/deliveries/delivery-query.ts";
import { type BodyLook, bodyLooks } from "#lib/deliveries/model.ts";

export interface BodyCardProps {
  delivery: DeliveryDetail;
  look: BodyLook;
  /** Null when it was dropped. `size` is all of it, in bytes. */
  body: (ShownBody & { size: number }) | null;
}

/** What was sent: the body, laid out or as it came, and the headers that are kept. */
export function BodyCard({ delivery, look, body }: BodyCardProps) {
  const t = useTranslations("deliveries.detail");
  return (
    <Card id="body" className="scroll-mt-16">
      <CardHeader>
        <CardTitle>{t("body")}</CardTitle>
        {body && (
          <span className="ms-auto text-subheading text-xs tabular-nums">
            {t("size", { size: body.size })}
          </span>
        )}
        {body && (
          <Button asChild size="sm">
            <a href={`/api/deliveries/body?id=${delivery.id}`} download>
              <Download aria-hidden />
              {t("download")}
            </a>
          </Button>
        )}
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-3">
        <TabLinks
          label={t("body")}
          tabs={bodyLooks.map((one) => ({
            href: `/settings/stores/deliveries/${delivery.id}?body=${one}#body`,
            label: t(`looks.${one}`),
            active: one === look,
          }))}
        />
        <Shown delivery={delivery} look={look} body={body} />
      </CardContent>
    </Card>
  );
}

function Shown({ delivery: { headers, droppedAt, payloadDays }, look, body }: BodyCardProps) {
  const t = useTranslations("deliveries.detail");
  if (look === "headers") return <Headers headers={headers} />;
  if (!body)
    return (
      <p className="text-body text-sm">
        {droppedAt && t.rich("dropped", { days: payloadDays, time: () => <RelativeTime date={droppedAt} /> })}
      </p>
    );
  return (
    <>
      <Code>{body.text}</Code>
      {body.isCut && <p className="text-sm text-subheading">{t("cut")}</p>}
    </>
  );
}

/** Text from a stranger: shown as it is, whatever it holds, and in its own frame. */
function Code({ children }: { children: ReactNode }) {
  const t = useTranslations("deliveries.detail");
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      aria-label={t("body")}
      dir="ltr"
      translate="no"
      className="max-h-[560px] overflow-auto rounded-lg border bg-background p-3"
    >
      <pre className="whitespace-pre-wrap break-all font-mono text-heading text-xs leading-5">{children}</pre>
    </section>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const t = useTranslations("deliveries.detail");
  const lines = Object.entries(headers).toSorted(([one], [other]) => one.localeCompare(other, "en"));
  if (lines.length === 0) return <p className="text-sm text-subheading">{t("noHeaders")}</p>;
  return (
    <dl className="grid grid-cols-[minmax(0,240px)_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-xs leading-5 max-md:grid-cols-1">
      {lines.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="break-all text-subheading">{name}</dt>
          <dd className="break-all text-heading max-md:mb-1.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

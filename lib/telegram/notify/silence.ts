import "server-only";
import { forSystem } from "#lib/base/db/access.ts";
import { escapeHtml, translator } from "#lib/telegram/message-text.ts";
import { noteAlertsTold, openAlert } from "#lib/telegram/notify/alert-rows.ts";
import type { Person } from "#lib/telegram/notify/recipient.ts";
import { nothingToNote, type Outgoing } from "#lib/telegram/notify/teller.ts";

/** What the silence is for. */
const subject = "second_factor";

/** Says that nothing is told until a second factor is set up, and no more than that; null when it was said, in whatever workspace. */
export async function silenceMessage(person: Person): Promise<Outgoing | null> {
  const alertId = await forSystem(async (tx) => {
    const wasTold = await tx.telegramAlert.findFirst({
      where: { userId: person.userId, kind: "silence", subject, toldAt: { not: null } },
      select: { id: true },
    });
    return wasTold ? null : (await openAlert(tx, person, { kind: "silence", subject })).id;
  });
  if (alertId === null) return null;
  const t = await translator(person.locale);
  return {
    text: escapeHtml(t("silence")),
    noteTold: (tx, messageId) => noteAlertsTold(tx, [alertId], { chatId: person.chatId, messageId }),
    noteStopped: nothingToNote,
  };
}

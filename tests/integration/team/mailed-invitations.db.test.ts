import { beforeAll, describe, expect, test } from "vitest";
import { invite, listInvitations, renewInvitation, withdrawInvitation } from "#lib/team/invitations.ts";
import { asOwner } from "#tests/support/database.ts";
import { linkIn, mailsTo } from "#tests/support/kept-mails.ts";
import { createWorkspace, randomName } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let admin: Member;

beforeAll(async () => {
  admin = await signIn(await createWorkspace(), "admin", "Ada Admin");
});

function somebody(email = `${randomName()}@example.com`) {
  return { email, name: "Nina New", role: "seller" as const };
}

async function listed(email: string) {
  const found = (await listInvitations(admin)).find((invitation) => invitation.email === email);
  if (!found) throw new Error("This invitation is not listed.");
  return found;
}

describe("an invitation", () => {
  test("is mailed with the link that the admin is shown, in the admin's language", async () => {
    const person = somebody();
    const { link, isMailed } = await invite(admin, person);
    expect(isMailed).toBe(true);
    expect(await listed(person.email)).toMatchObject({ mailState: "waiting" });
    const [mail, ...others] = await mailsTo(person.email);
    expect(others).toEqual([]);
    expect(mail && linkIn(mail)).toBe(link);
    expect(mail?.subject).toBe(`Ada Admin invites you to ${admin.workspace.name} on Astra`);
    expect(await listed(person.email)).toMatchObject({ mailState: "sent" });
  });

  test("is mailed again with the new link; a mail with the one before, which waits, is taken back", async () => {
    const person = somebody();
    await invite(admin, person);
    const { id } = await listed(person.email);
    const { link } = await renewInvitation(admin, { id });
    const mails = await mailsTo(person.email);
    expect(mails.map(linkIn)).toEqual([link]);
    const renewed = await renewInvitation(admin, { id });
    expect((await mailsTo(person.email)).map(linkIn)).toEqual([renewed.link, link]);
  });

  test("that is withdrawn before its mail has left is not mailed", async () => {
    const person = somebody();
    await invite(admin, person);
    await withdrawInvitation(admin, { id: (await listed(person.email)).id });
    expect(await mailsTo(person.email)).toEqual([]);
  });

  test("that is not made is not mailed", async () => {
    const person = somebody();
    await invite(admin, person);
    await mailsTo(person.email);
    await expect(invite(admin, person)).rejects.toThrow("invitedAlready");
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  test("reaches an inbox six times a day at most, whoever invites; its link is still there", async () => {
    const person = somebody();
    await invite(admin, person);
    const { id } = await listed(person.email);
    for (let time = 0; time < 5; time += 1)
      expect(await renewInvitation(admin, { id })).toMatchObject({ isMailed: true });
    expect(await renewInvitation(admin, { id })).toMatchObject({ isMailed: false, link: expect.any(String) });
    const stranger = await signIn(await createWorkspace(), "admin");
    expect(await invite(stranger, person)).toMatchObject({ isMailed: false });
  });

  test("shows the admins of its workspace alone what became of its mail", async () => {
    const person = somebody();
    await invite(admin, person);
    await asOwner(
      `update mails set state = 'refused', error_code = 'addressRefused', sealed = null, next_attempt_at = null, settled_at = now()
       where invitation_id = (select id from invitations where email = $1)`,
      [person.email],
    );
    expect(await listed(person.email)).toMatchObject({ mailState: "refused" });
  });
});

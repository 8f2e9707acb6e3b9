import { redirect } from "next/navigation";

/** The dashboard's address; until there is one, the leads are where the day starts. */
export default function StartPage() {
  redirect("/leads");
}

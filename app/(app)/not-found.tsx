import { NotFoundState } from "#components/shell/not-found-state.tsx";
import { Page } from "#components/shell/page.tsx";

export default function AppNotFound() {
  return (
    <Page trail={[]}>
      <NotFoundState />
    </Page>
  );
}

import { NotFoundState } from "#components/shell/not-found-state.tsx";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <NotFoundState />
    </main>
  );
}

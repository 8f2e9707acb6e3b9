import { Skeleton } from "#components/ui/skeleton.tsx";

/** The place of the search and, on phones below it, of what filters and exports. */
export function FilterBarSkeleton() {
  return (
    <div className="grid gap-2">
      <Skeleton className="h-8 rounded-lg max-md:h-11 md:w-[300px]" />
      <div className="h-11 md:hidden" />
    </div>
  );
}

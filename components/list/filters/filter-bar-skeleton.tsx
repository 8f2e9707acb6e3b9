import { Skeleton } from "#components/ui/skeleton.tsx";

/** The place of the search. */
export function FilterBarSkeleton() {
  return <Skeleton className="h-8 rounded-lg max-md:h-11 md:w-[300px]" />;
}

import { Avatar } from "#components/ui/avatar.tsx";

/** A person: on most screens the avatar alone, with the name when it is pointed at. */
export function PersonCell({ id, name }: { id: string; name: string }) {
  return (
    <span className="flex items-center gap-2" title={name}>
      <Avatar decorative id={id} name={name} size="sm" />
      <span className="max-w-36 truncate max-2xl:sr-only">{name}</span>
    </span>
  );
}

/** Stands in a cell that has nothing to say. */
export function Nothing() {
  return (
    <span aria-hidden className="text-subheading">
      –
    </span>
  );
}

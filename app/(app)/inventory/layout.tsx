import { PartMessages } from "#components/shell/part-messages.tsx";

export default function InventoryLayout({ children }: LayoutProps<"/inventory">) {
  return <PartMessages part="inventory">{children}</PartMessages>;
}

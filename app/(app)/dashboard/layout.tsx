import { PartMessages } from "#components/shell/part-messages.tsx";

export default function DashboardLayout({ children }: LayoutProps<"/dashboard">) {
  return <PartMessages part="dashboard">{children}</PartMessages>;
}

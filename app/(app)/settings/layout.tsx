import { PartMessages } from "#components/shell/part-messages.tsx";

export default function SettingsLayout({ children }: LayoutProps<"/settings">) {
  return <PartMessages part="settings">{children}</PartMessages>;
}

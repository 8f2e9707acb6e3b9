/** The colours of the app's light and dark theme (app/globals.css), which a mail can't ask for. */
const light = {
  ground: "#F8F9FA",
  card: "#FFFFFF",
  border: "#EAEDF0",
  strong: "#11181C",
  text: "#44494D",
  quiet: "#687076",
  link: "#18794E",
};
const dark: typeof light = {
  ground: "#11181C",
  card: "#192229",
  border: "#3C4C58",
  strong: "#FFFFFF",
  text: "#CBD5E1",
  quiet: "#A3B0BD",
  link: "#3ECF8E",
};
/** The same in both: dark on green is read everywhere. */
const button = { ground: "#3ECF8E", text: "#11181C" };

const font =
  "font-family:Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** The light look, in place: what no program leaves out. */
export const styles = {
  body: `margin:0;padding:0;background-color:${light.ground};-webkit-text-size-adjust:100%`,
  preview: "display:none;max-height:0;overflow:hidden;mso-hide:all",
  ground: `background-color:${light.ground}`,
  frame: "padding:32px 16px",
  column: "max-width:560px;text-align:start",
  brand: `${font};padding:0 0 16px;font-size:18px;line-height:24px;font-weight:700;color:${light.strong}`,
  card: `padding:32px 28px 20px;background-color:${light.card};border:1px solid ${light.border};border-radius:12px`,
  heading: `${font};margin:0 0 16px;font-size:22px;line-height:30px;font-weight:600;color:${light.strong};overflow-wrap:anywhere`,
  text: `${font};margin:0 0 16px;font-size:16px;line-height:25px;color:${light.text};overflow-wrap:anywhere`,
  buttonFrame: "margin:8px 0 16px",
  buttonCell: `background-color:${button.ground};border-radius:8px`,
  button: `${font};display:inline-block;padding:12px 20px;font-size:16px;line-height:22px;font-weight:600;color:${button.text};text-decoration:none;border-radius:8px`,
  otherwise: `${font};margin:0 0 20px;font-size:13px;line-height:20px;color:${light.quiet};overflow-wrap:anywhere`,
  link: `color:${light.link};word-break:break-all`,
  facts: "margin:4px 0 20px;border-collapse:collapse",
  factLabel: `${font};padding:9px 12px 9px 0;font-size:14px;line-height:20px;color:${light.quiet};border-top:1px solid ${light.border};vertical-align:top`,
  factValue: `${font};padding:9px 0;font-size:14px;line-height:20px;font-weight:600;color:${light.strong};border-top:1px solid ${light.border};text-align:end;vertical-align:top;overflow-wrap:anywhere;font-variant-numeric:tabular-nums`,
  factAside: `padding-inline-start:6px;font-size:13px;font-weight:400;color:${light.quiet}`,
  factLink: `color:${light.strong};text-decoration:underline`,
  foot: `${font};padding:16px 4px 0;font-size:13px;line-height:20px;color:${light.quiet};overflow-wrap:anywhere`,
  footLink: `color:${light.quiet};text-decoration:underline`,
};

/** The dark look, for programs that ask for it; Outlook on the web marks with an attribute what it darkens. */
export const darkColors = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${rules("")}}
${rules("[data-ogsc] ")}`;

function rules(before: string): string {
  return [
    `.ground{background-color:${dark.ground}!important}`,
    `.card{background-color:${dark.card}!important;border-color:${dark.border}!important}`,
    `.strong{color:${dark.strong}!important}`,
    `.text{color:${dark.text}!important}`,
    `.quiet{color:${dark.quiet}!important}`,
    `.line{border-color:${dark.border}!important}`,
    `.link{color:${dark.link}!important}`,
    `.button{background-color:${button.ground}!important;color:${button.text}!important}`,
  ]
    .map((rule) => `${before}${rule}`)
    .join("");
}

/** A browser and the system that it runs on, by their own names; null is unknown. */
export interface Browser {
  name: string | null;
  system: string | null;
}

/** Those that call themselves by several names come first: Edge says Chrome too, and Chrome says Safari. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b|\bOPT\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** What a browser says of itself, in plain words. It may say anything. */
export function browserOf(userAgent: string | null): Browser {
  return { name: called(browsers, userAgent), system: called(systems, userAgent) };
}

function called(known: [RegExp, string][], userAgent: string | null): string | null {
  return known.find(([sign]) => sign.test(userAgent ?? ""))?.[1] ?? null;
}

import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import AuthLayout from "#app/(auth)/layout.tsx";
import { EarlyTap } from "#components/shell/early-tap.tsx";
import { EarlyTapScript } from "#components/shell/early-tap-script.tsx";

class Element {
  form = null;
  pulses = false;
  closest() {
    return this;
  }
  animate() {
    this.pulses = true;
    return { cancel: () => (this.pulses = false) };
  }
}
class HTMLButtonElement extends Element {}

/** A page before its scripts: what presses something, and what the page takes over of it. */
function earlyPage() {
  let press = (_event: { target: Element }): void => undefined;
  const window: { takeEarlyTap?: () => unknown } = {};
  const document = {
    addEventListener: (_type: string, listener: typeof press) => {
      press = listener;
    },
    removeEventListener: () => undefined,
  };
  const { __html } = EarlyTapScript().props.dangerouslySetInnerHTML;
  runInNewContext(__html, { window, document, Element, HTMLButtonElement, setTimeout });
  return { press: (target: Element) => press({ target }), take: () => window.takeEarlyTap?.() };
}

test("a button that nothing answers yet pulses until it is taken over", () => {
  const { press, take } = earlyPage();
  const button = new HTMLButtonElement();
  press(button);
  expect(button.pulses).toBe(true);
  expect(take()).toBe(button);
  expect(button.pulses).toBe(false);
});

test.each([
  ["a link", new Element()],
  ["a button that is answered", Object.assign(new HTMLButtonElement(), { __reactProps$1: {} })],
])("whoever presses %s has given up what was pressed before", (_name, other) => {
  const { press, take } = earlyPage();
  const button = new HTMLButtonElement();
  press(button);
  press(other);
  expect(button.pulses).toBe(false);
  expect(take()).toBeNull();
});

test("pages of the sign-in take over what was pressed early, too", () => {
  const { children } = AuthLayout({ children: null }).props as { children: { type: unknown }[] };
  expect(children.map(({ type }) => type)).toContain(EarlyTap);
});

/** Keeps the last press on a button that nothing answers yet, which pulses meanwhile as a sign of life. */
function keepEarlyTap(): void {
  let tapped: HTMLElement | null = null;
  let pulse: Animation | undefined;
  const letGo = () => {
    pulse?.cancel();
    tapped = null;
  };
  // React leaves its props on what it has taken over, and answers that itself.
  const isTakenOver = (button: HTMLElement) =>
    Object.keys(button).some((name) => name.startsWith("__reactProps"));
  const keep = ({ target }: Event) => {
    const pressed = target instanceof Element ? target.closest("a, button, input, summary") : null;
    // Whoever presses something else has given up what was pressed before.
    if (pressed) letGo();
    const button = pressed instanceof HTMLButtonElement ? pressed : null;
    // What the browser answers by itself needs nobody.
    if (!button || button.popoverTargetElement || (button.form && button.type === "submit")) return;
    if (isTakenOver(button)) return;
    pulse = button.animate(
      { opacity: [1, 0.4] },
      { duration: 400, iterations: Number.POSITIVE_INFINITY, direction: "alternate" },
    );
    tapped = button;
    // A part that waits is taken over for the press, which is answered then.
    setTimeout(() => tapped && isTakenOver(tapped) && letGo());
  };
  document.addEventListener("click", keep);
  window.takeEarlyTap = () => {
    document.removeEventListener("click", keep);
    const kept = tapped;
    letGo();
    return kept;
  };
}

/** Runs before every other script of the page. */
export function EarlyTapScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the function above, and nothing that anybody sends
  return <script dangerouslySetInnerHTML={{ __html: `(${keepEarlyTap})()` }} />;
}

/** Keeps the last press on a button that nothing answers yet, which pulses meanwhile as a sign of life. */
function keepEarlyTap(): void {
  let tapped: HTMLElement | null = null;
  let pulse: Animation | undefined;
  const keep = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest("button") : null;
    // What the browser answers by itself needs nobody.
    if (!button || button.popoverTargetElement || (button.form && button.type === "submit")) return;
    pulse?.cancel();
    pulse = button.animate(
      { opacity: [1, 0.4] },
      { duration: 400, iterations: Number.POSITIVE_INFINITY, direction: "alternate" },
    );
    tapped = button;
  };
  document.addEventListener("click", keep);
  window.takeEarlyTap = () => {
    document.removeEventListener("click", keep);
    pulse?.cancel();
    const kept = tapped;
    tapped = null;
    return kept;
  };
}

/** Runs before every other script of the page. */
export function EarlyTapScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the function above, and nothing that anybody sends
  return <script dangerouslySetInnerHTML={{ __html: `(${keepEarlyTap})()` }} />;
}

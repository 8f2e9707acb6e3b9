/**
 * Gives whoever opens a row a step to take back at once, while the address is still that of the list: Next pushes the new one only when the
 * server has answered, and until then Back would leave the list. What was opened takes the place of this step.
 */
export function addStep(): void {
  // Another row may have been pressed just before.
  if (!hasStep())
    window.history.pushState({ ...window.history.state, isStep: true }, "", window.location.href);
}

/** Whether Back gives up what was pressed and leaves everything else as it is. */
export function hasStep(): boolean {
  return window.history.state?.isStep === true;
}

"use client";

import { useEffect } from "react";

/** Where the tabs of a browser tell each other for which workspace, and as whose, a page was drawn. */
const channelName = "astra-workspace";

/**
 * Keeps the tabs of a browser in one workspace: the choice is the browser's, so a tab that was drawn for another one would show its rows
 * and act in the chosen one. It is drawn anew as soon as another tab is. The same when an admin begins or ends to look at Astra as a member.
 *
 * @param id of the workspace and the person
 */
export function SameWorkspace({ id }: { id: string }) {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data !== id) window.location.reload();
    };
    channel.postMessage(id);
    return () => channel.close();
  }, [id]);
  return null;
}

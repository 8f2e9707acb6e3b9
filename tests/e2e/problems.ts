import type { BrowserContext, ConsoleMessage, Request } from "playwright";

/** Reports what no page of the app should do: log an error, fail a request, or speak to another host. */
export function watchProblems(
  context: BrowserContext,
  appUrl: string,
  report: (problem: string) => void,
): void {
  const path = (url: string) => (url.startsWith(appUrl) ? url.slice(appUrl.length) : url);

  context.on("console", (message) => {
    if (message.type() === "error" && !isAboutRequest(message)) report(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => report(`thrown: ${error.error().message}`));
  context.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(appUrl))
      report(`left for ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400)
      report(`${response.status()} ${response.request().method()} ${path(response.url())}`);
  });
  context.on("requestfailed", (request) => {
    if (!wasGivenUp(request))
      report(`${request.failure()?.errorText} ${request.method()} ${path(request.url())}`);
  });
}

/** Chromium logs every failed request as well; the request itself says more. */
function isAboutRequest(message: ConsoleMessage): boolean {
  return message.text().startsWith("Failed to load resource");
}

/** Whoever leaves a page gives up what it was still fetching ahead. */
function wasGivenUp(request: Request): boolean {
  return request.failure()?.errorText === "net::ERR_ABORTED";
}

/** Keeps headers and text of every answer that the pages of a context get from now on, until they are asked for. */
export async function recordAnswers(context: BrowserContext): Promise<() => Promise<string[]>> {
  const answers: string[] = [];
  await context.route("**", async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    answers.push(JSON.stringify(response.headers()) + (await response.text()));
    await route.fulfill({ response });
  });
  return async () => {
    await context.unrouteAll({ behavior: "wait" });
    return answers;
  };
}

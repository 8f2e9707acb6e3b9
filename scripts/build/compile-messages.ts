import compile from "icu-minify/compile";

type Messages = { [key: string]: string | Messages };

/** Takes the messages of a file apart for `use-intl/format-message/format-only`; what holds no argument stays the text that it is. */
export default function compileMessages(text: string): string {
  return JSON.stringify(compileAll(JSON.parse(text)));
}

function compileAll(messages: Messages): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === "string" ? compile(message) : compileAll(message),
    ]),
  );
}

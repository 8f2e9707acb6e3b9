import type { Column, ColumnWords } from "#components/charts/columns.ts";
import type { Texture } from "#components/charts/texture.ts";

export interface ColumnsTableProps {
  columns: Column[];
  words: ColumnWords;
  /** The heading of the first column. */
  heading: string;
}

const parts = ["kept", "moving", "open", "lost"] as const satisfies readonly Texture[];
const cell = "px-2 py-2 text-end first:ps-4 first:text-start last:pe-4";

/** What a chart of columns draws, as figures. */
export function ColumnsTable({ columns, words, heading }: ColumnsTableProps) {
  const headings = [heading, words.total, ...parts.map((part) => words.parts[part]), words.before];
  return (
    <table className="w-full text-heading text-sm tabular-nums">
      <caption className="sr-only">{words.title}</caption>
      <thead>
        <tr>
          {headings.map((text) => (
            <th
              key={text}
              scope="col"
              className={`${cell} sticky top-0 bg-surface font-medium text-subheading text-xs`}
            >
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.key} className="border-t">
            <th scope="row" className={`${cell} font-normal`}>
              {column.href ? (
                <a href={column.href} className="hover:underline">
                  {column.title}
                </a>
              ) : (
                column.title
              )}
            </th>
            <td className={`${cell} font-semibold`}>{column.total}</td>
            {parts.map((part) => (
              <td key={part} className={cell}>
                {column.parts[part]}
              </td>
            ))}
            <td className={`${cell} text-subheading`}>{column.before ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

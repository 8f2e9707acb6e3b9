export interface DayColumn {
  key: string;
  /** What the tip says. */
  title: string;
  total: number;
  /** How many of them went wrong. */
  wrong: number;
}

const width = 10;
const gap = 3;
const height = 64;

/** A column for each day, drawn by the server: what went wrong stands in red on its ground. The figures stand in a table beside it. */
export function DayColumns({ columns }: { columns: DayColumn[] }) {
  const highest = Math.max(1, ...columns.map(({ total }) => total));
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / highest) * height));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${columns.length * (width + gap) - gap} ${height}`}
      preserveAspectRatio="none"
      className="h-16 w-full rtl:-scale-x-100"
    >
      {columns.map(({ key, title, total, wrong }, index) => (
        <g key={key} transform={`translate(${index * (width + gap)} 0)`}>
          <title>{title}</title>
          <rect y={0} width={width} height={height} className="fill-transparent hover:fill-hover" />
          <rect y={height - 1} width={width} height={1} className="fill-border" />
          <rect y={height - tall(total)} width={width} height={tall(total)} className="fill-chart-shipped" />
          <rect y={height - tall(wrong)} width={width} height={tall(wrong)} className="fill-chart-rejected" />
        </g>
      ))}
    </svg>
  );
}

/** Rows under headings, each column as wide as its widest cell. */

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    widths
      .map((wide, column) => pad(row[column] ?? '', wide))
      .join('  ')
      .trimEnd()
  return [line(headings), widths.map((wide) => '─'.repeat(wide)).join('  '), ...rows.map(line)]
}

/** Names and values, one line each. */
export function facts(entries: readonly (readonly [string, string | undefined])[]): readonly string[] {
  const given = entries.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  )
  const wide = Math.max(0, ...given.map(([name]) => width(name)))
  return given.map(([name, value]) => `${pad(name, wide)}  ${value}`)
}

/** Columns on the screen: marks above and below letters take none. */
const width = (text: string): number => [...text.replaceAll(/[\p{Mn}\p{Cf}]/gu, '')].length

const pad = (text: string, wide: number): string => text + ' '.repeat(Math.max(0, wide - width(text)))

/** Rows under headings, each column as wide as its widest cell. */

/** Columns a sentence may take before it is continued on the next line. */
const READABLE = 100

export function table(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    widths
      .map((wide, column) => pad(row[column] ?? '', wide))
      .join('  ')
      .trimEnd()
  const rule = widths.map((wide, column) => '─'.repeat(column === widths.length - 1 ? Math.min(wide, READABLE) : wide))
  return [line(headings), rule.join('  '), ...rows.map(line)]
}

/** Parts of a sentence, as many on a line as are read with ease. */
export function wrapped(parts: readonly string[], between: string): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && width(last) + width(between) + width(part) <= READABLE)
      lines[lines.length - 1] = last + between + part
    else lines.push(part)
  }
  return lines
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

/** A key that stands twice in one object of a JSON text: the reader would keep the last and an author may mean the first. */

/** @param text JSON that parses @returns the first key found twice in the same object */
export function repeatedKey(text: string): string | undefined {
  /** One set of keys per open object; lists stand as undefined. */
  const open: (Set<string> | undefined)[] = []
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
  for (const match of text.matchAll(token)) {
    const [found] = match
    if (found === '{') open.push(new Set())
    else if (found === '[') open.push(undefined)
    else if (found === '}' || found === ']') open.pop()
    else {
      const keys = open.at(-1)
      if (!keys || !isKey(text, match.index + found.length)) continue
      const key: unknown = JSON.parse(found)
      if (typeof key !== 'string') continue
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return undefined
}

function isKey(text: string, after: number): boolean {
  let at = after
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return text.charAt(at) === ':'
}

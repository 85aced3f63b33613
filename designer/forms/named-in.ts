/** Which other files of a package speak of a name: a field may be read there, and nobody can tell for sure. */
export function namedIn(files: ReadonlyMap<string, string>, name: string, except: string): readonly string[] {
  const word = new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w]/g, '\\$&')}(?![\\w-])`)
  return [...files].filter(([path, text]) => path !== except && word.test(text)).map(([path]) => path)
}

/** Those of the files in which a value stands as texts of expressions and of data do. */
export function quotedIn(
  files: ReadonlyMap<string, string>,
  value: string,
  among: readonly string[],
): readonly string[] {
  const quoted = ['"', '&quot;', '&#34;', '\\"', "'"].map((quote) => quote + value + quote)
  return among.filter((path) => quoted.some((it) => files.get(path)?.includes(it) === true))
}

/** Which other files of a package speak of a name: a field may be read there, and nobody can tell for sure. */
export function namedIn(files: ReadonlyMap<string, string>, name: string, except: string): readonly string[] {
  const word = new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w]/g, '\\$&')}(?![\\w-])`)
  return [...files].filter(([path, text]) => path !== except && word.test(text)).map(([path]) => path)
}

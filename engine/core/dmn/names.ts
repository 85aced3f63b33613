/** Which names an expression of a decision file may say, and which of them it takes from the application's variables. */

/** Names visible at one place of the file. A child sees its parent's names; the outermost keeps account of what was used. */
export class Names {
  readonly own: ReadonlySet<string>
  readonly parent: Names | undefined
  /** Used names that are not local to some inner construct; only the outermost fills it. */
  readonly used = new Set<string>()
  /** A decision that declares no input data takes every other name from the variables. */
  readonly open: boolean
  /** Own names by the way they look without any space. */
  private readonly bare: ReadonlyMap<string, string>

  constructor(own: Iterable<string>, open: boolean, parent?: Names) {
    this.own = new Set(own)
    this.open = open
    this.parent = parent
    this.bare = new Map([...this.own].map((name) => [withoutSpaces(name), name]))
  }

  within(own: Iterable<string>): Names {
    return new Names(own, false, this)
  }

  /** The visible names that may stand in a text: what its parser must know to read names with spaces. */
  saidIn(text: string): readonly string[] {
    return this.saidInBare(withoutSpaces(text))
  }

  private saidInBare(text: string): readonly string[] {
    const own = [...this.bare].filter(([bare]) => text.includes(bare)).map(([, name]) => name)
    return this.parent === undefined ? own : [...this.parent.saidInBare(text), ...own]
  }

  /** Notes the use of a name; false where it means nothing here. */
  admits(name: string): boolean {
    if (this.parent !== undefined) return this.own.has(name) || this.parent.admits(name)
    if (!this.own.has(name) && !this.open) return false
    this.used.add(name)
    return true
  }
}

/** Editors leave invisible marks between Arabic and Latin text; FEEL reads them as spaces. */
const withoutSpaces = (text: string): string => text.replaceAll(/[\s\u061C\u200E\u200F]+/g, '')

/** Which names an expression of a decision file may say, and which of them it takes from the application's variables. */

/** Names visible at one place of the file. A child sees its parent's names; the outermost keeps account of what was used. */
export class Names {
  readonly own: ReadonlySet<string>
  readonly parent: Names | undefined
  /** Every visible name, for the parser: names with spaces are read by this list. */
  readonly all: readonly string[]
  /** Used names that are not local to some inner construct; only the outermost fills it. */
  readonly used = new Set<string>()
  /** A decision that declares no input data takes every other name from the variables. */
  readonly open: boolean

  constructor(own: Iterable<string>, open: boolean, parent?: Names) {
    this.own = new Set(own)
    this.open = open
    this.parent = parent
    this.all = parent === undefined ? [...this.own] : [...new Set([...parent.all, ...this.own])]
  }

  within(own: Iterable<string>): Names {
    return new Names(own, false, this)
  }

  /** Notes the use of a name; false where it means nothing here. */
  admits(name: string): boolean {
    if (this.parent !== undefined) return this.own.has(name) || this.parent.admits(name)
    if (!this.own.has(name) && !this.open) return false
    this.used.add(name)
    return true
  }
}

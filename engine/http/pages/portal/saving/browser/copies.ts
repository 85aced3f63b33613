/** What was typed and is not known to be saved, kept in this window alone until it is: for a session that ended, a server that was away, a page that was closed by mistake. */

export interface Copy {
  /** Of the answers it was typed over. */
  readonly standing: string
  /** As forms are sent, the older first: the older one may have arrived without an answer. */
  readonly bodies: readonly string[]
  /** By a button, to be saved with it. */
  readonly sent: boolean
}

export interface Copies {
  keep(page: string, copy: Copy): void
  drop(page: string): void
  /** Of all pages of this form. */
  all(): readonly (readonly [page: string, copy: Copy])[]
}

export function copiesAt(address: string): Copies {
  const prefix = `masar-typed ${address} `
  return {
    keep: (page, copy) => guarded(() => sessionStorage.setItem(prefix + page, JSON.stringify(copy))),
    drop: (page) => guarded(() => sessionStorage.removeItem(prefix + page)),
    all: () => {
      const names = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix))
      return names.map((name) => [name.slice(prefix.length), JSON.parse(sessionStorage.getItem(name) ?? '{}') as Copy])
    },
  }
}

/** Storage may be full or switched off: then the page itself is all there is. */
function guarded(deed: () => void): void {
  try {
    deed()
  } catch {
    // Nothing is lost by it that was not lost without.
  }
}

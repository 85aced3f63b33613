/** All addresses of the designer, and which of them the browser is at. */
import { useEffect, useState } from 'preact/hooks'

export type Route =
  | { readonly kind: 'workspace' }
  /** at: the rest of the address, which the view understands: a file, an element. */
  | { readonly kind: 'draft'; readonly id: string; readonly view: string; readonly at: readonly string[] }
  | { readonly kind: 'live'; readonly at: readonly string[] }

const BASE = '/designer'

const joined = (...parts: readonly string[]): string => [BASE, ...parts.map(encodeURIComponent)].join('/')

export const ROUTES = {
  workspace: () => BASE,
  draft: (id: string, view = 'procedure', ...at: readonly string[]) => joined('drafts', id, view, ...at),
  live: (...at: readonly string[]) => joined('live', ...at),
} as const

export function routeOf(path: string): Route {
  const [first, id, view, ...at] = path
    .slice(BASE.length)
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  if (first === 'drafts' && id !== undefined) return { kind: 'draft', id, view: view ?? 'procedure', at }
  if (first === 'live') return { kind: 'live', at: [id, view, ...at].filter((part) => part !== undefined) }
  return { kind: 'workspace' }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const MOVED = 'masar:moved'

/** Goes there without loading the page again. */
export function goTo(path: string, { replace = false } = {}): void {
  if (path !== location.pathname) history[replace ? 'replaceState' : 'pushState'](null, '', path)
  window.dispatchEvent(new Event(MOVED))
}

export function useRoute(): Route {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const hear = (): void => setPath(location.pathname)
    for (const event of [MOVED, 'popstate']) window.addEventListener(event, hear)
    return () => {
      for (const event of [MOVED, 'popstate']) window.removeEventListener(event, hear)
    }
  }, [])
  return routeOf(path)
}

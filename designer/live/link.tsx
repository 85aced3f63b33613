/** A link within the designer: goes there without loading the page again, and opens in a window of its own where it is asked to. */
import type { ComponentChildren } from 'preact'
import { goTo } from '../app/routes.ts'

interface LinkProps {
  readonly to: string
  readonly class?: string
  readonly children: ComponentChildren
}

export function Link({ to, class: name, children }: LinkProps) {
  return (
    <a
      class={name}
      href={to}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        goTo(to)
      }}
    >
      {children}
    </a>
  )
}

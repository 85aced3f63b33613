/** A list whose items are boxes of their own. */
import type { List } from 'dmn-moddle'
import type { Boxed, Site } from './boxed.ts'
import { within } from './finding.ts'

export function compileList(node: List, site: Site): Boxed {
  const items = (node.elements ?? []).map((element, index) => {
    const label = String(index + 1)
    const place = within(site.place, element.id, `item ${label}`, `العنصر ${label}`)
    return site.reading.boxed(element, { ...site, place, owner: `${site.owner}/${label}` }, 'the item')
  })
  return {
    evaluate(scope, run) {
      run.meter.listOf(items.length)
      return items.map((item) => item.evaluate(scope, run))
    },
  }
}

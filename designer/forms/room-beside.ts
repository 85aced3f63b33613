/** Where something new comes: into the page, section, list or group of questions that is chosen, else after the question that is. */
import { isJsonObject } from '../../engine/core/json.ts'
import type { FormJson } from './model/form-file.ts'
import { listAt, parentOf, type Pointer, valueAt } from './model/json/pointer.ts'
import { isList } from '../../forms/kinds/kinds.ts'
import { kindAt } from './model/kind-at.ts'
import { elementAt, layoutOf, type Laid } from './model/layout.ts'
import { roomIn, standing } from './model/room.ts'

export interface Beside {
  readonly into: Pointer
  readonly index?: number
}

export function roomBeside(form: FormJson, chosen: string | undefined): Beside {
  const laid = chosen === undefined ? undefined : elementAt(form, chosen)
  if (laid !== undefined && takes(form, laid) && roomIn(form, laid.at) !== undefined) return { into: laid.at }
  const stands = laid && standing(laid.at)
  if (stands) return { into: parentOf(stands.list), index: stands.index + 1 }
  return { into: lastPage(form) }
}

/** An address and a name ask what they ask everywhere: what comes after one is no part of it, unless it is put there on purpose. */
function takes(form: FormJson, { layout, place }: Laid): boolean {
  if (place === undefined) return layout !== 'pages'
  const kind = kindAt(form, place)
  return isList(kind) || kind === 'group'
}

function lastPage(form: FormJson): Pointer {
  const { ui } = form
  if (!isJsonObject(ui) || layoutOf(valueAt(form, '/ui')) !== 'pages') return '/ui'
  const pages = listAt(form, '/ui/elements')
  return pages.length === 0 ? '/ui' : `/ui/elements/${String(pages.length - 1)}`
}

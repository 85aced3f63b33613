/**
 * Checks one package over and over while it is written, by the check of the server itself: what has not changed is not read
 * again. Shared packages are asked for once each and checked in their turn.
 */
import {
  checkPackage,
  type CheckedPackage,
  type PackageFiles,
  type PartsMemory,
} from '../../engine/core/package/package.ts'
import { readJson } from '../../engine/core/package/content.ts'
import { nameWithin } from '../../engine/core/package/files.ts'
import type { FormTexts } from '../../engine/core/package/form-texts.ts'
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import { readParts } from '../../engine/core/package/parts.ts'
import { knownInDecision, knownInForm, type WrittenForm } from '../../engine/core/package/variables/elsewhere.ts'
import type { Replies } from '../../engine/core/package/variables/given.ts'
import { knowledgeOf, type Known } from '../../engine/core/package/variables/known.ts'
import type { Finding } from '../../engine/core/problem.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'

/** A deployed package as files; undefined where the server has none or cannot be reached. */
export type FetchShared = (id: string, version: string) => Promise<PackageFiles | undefined>

export interface Checker {
  change(changes: ReadonlyMap<string, string | null>): void
  check(): Promise<readonly Finding[]>
  /**
   * What an element knows; `done`: also what it has when it is done, for output mappings. Of a form the element is the place of
   * the list whose entries are meant, "" at the top; of a decision file it is its id, or those of all that need it, with blanks.
   */
  known(file: string, element: string, done: boolean): Promise<Known>
}

/** @param replies what services of the data bus answer, as far as it is known by now */
export function checker(fetchShared: FetchShared, replies?: Replies): Checker {
  const files = new Map<string, Uint8Array>()
  const memory: PartsMemory = new Map()
  const shared = new Map<string, Promise<CheckedPackage | undefined>>()
  const encoder = new TextEncoder()

  function find(id: string, version: string): Promise<CheckedPackage | undefined> {
    const key = `${id}@${version}`
    const known = shared.get(key)
    if (known) return known
    const loading = load(id, version)
    shared.set(key, loading)
    // A server that was away is asked again at the next check.
    void loading.then((found) => found ?? shared.delete(key))
    return loading
  }

  async function load(id: string, version: string): Promise<CheckedPackage | undefined> {
    const found = await fetchShared(id, version)
    if (!found) return undefined
    const checked = await checkPackage(found, { package: find, checkTemplate })
    return checked.ok ? checked.package : undefined
  }

  return {
    change(changes) {
      for (const [path, text] of changes)
        if (text === null) files.delete(path)
        else files.set(path, encoder.encode(text))
    },
    async check() {
      const checked = await checkPackage(new Map(files), { package: find, checkTemplate, memory })
      return checked.ok ? checked.package.warnings : checked.findings
    },
    async known(file, element, done) {
      const parts = await readParts(files, () => Promise.resolve(), checkTemplate, memory)
      const used = Object.entries(parts.workflow?.uses ?? {})
      const found = await Promise.all(used.map(async ([id, version]) => [id, await find(id, version)] as const))
      const source = { ...parts, shared: new Map(found), ...(replies && { replies }) }
      const knowledge = knowledgeOf(source)
      if (file.endsWith('.form.json')) return knownInForm(formIn(file, files.get(file)), element, source, knowledge)
      if (file.endsWith('.dmn')) return knownInDecision(element.split(' '), source, knowledge)
      const { variables, isOpen } = done ? knowledge.after(file, element) : knowledge.at(file, element)
      return { variables, isOpen }
    },
  }
}

/** As far as it can be read: its conditions are written while it is still unsound. */
function formIn(file: string, bytes: Uint8Array | undefined): WrittenForm {
  const json = bytes && readJson(file, bytes)
  const { schema, texts } = json?.ok === true ? json.value : {}
  return {
    id: nameWithin(file, 'forms/', '.form.json'),
    schema: schema !== undefined && isJsonObject(schema) ? schema : {},
    texts: textsIn(texts),
  }
}

function textsIn(value: JsonValue | undefined): FormTexts {
  if (value === undefined || !isJsonObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([place, text]) => {
      const { ar, en } = isJsonObject(text) && isJsonObject(text['label']) ? text['label'] : {}
      return typeof ar === 'string' && typeof en === 'string' ? [[place, { label: { ar, en } }]] : []
    }),
  )
}

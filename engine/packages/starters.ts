/** The services to begin from, as folders beside the server. Read when somebody first asks; they change with Masar alone. */
import { isText } from '../core/text.ts'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject } from '../core/json.ts'
import { textsOf } from '../core/package/draft-files.ts'
import type { DraftFiles } from '../core/package/file-changes.ts'
import { TITLE_PAGE } from '../core/package/title-page.ts'
import type { Starter, Starters } from '../core/starter.ts'
import { readFolder } from './folder.ts'

export function startersIn(folder: string): Starters {
  let read: Promise<ReadonlyMap<string, Shipped>> | undefined
  const all = (): Promise<ReadonlyMap<string, Shipped>> => (read ??= readAll(folder))
  return {
    list: async () => [...(await all()).values()].map(({ starter }) => starter),
    files: async (template) => (await all()).get(template)?.files,
  }
}

interface Shipped {
  readonly starter: Starter
  readonly files: DraftFiles
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Shipped>> {
  const names = (await readdir(folder)).toSorted()
  const shipped = await Promise.all(names.map((name) => readOne(join(folder, name))))
  return new Map(shipped.map((one) => [one.starter.template, one]))
}

/** Ours, so it is sound: anything else is a bug. */
async function readOne(folder: string): Promise<Shipped> {
  const read = await readFolder(folder)
  const texts = read.ok ? textsOf(read.files) : read
  const page: unknown = texts.ok ? JSON.parse(texts.files.get(TITLE_PAGE) ?? '') : undefined
  if (!texts.ok || !isJsonObject(page)) throw new Error(`Expected a package in ${folder}, but it cannot be read`)
  const { id, title, description } = page
  if (typeof id !== 'string' || !isText(title) || !isText(description))
    throw new Error(`Expected ${folder} to say its id, title and description in both languages`)
  return { starter: { template: id, title, description }, files: texts.files }
}
